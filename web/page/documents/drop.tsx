// Where files come in: by dropping them or by a button that does the same.
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useText } from '../../text/language.tsx';
import { addFiles } from './uploads.ts';

export function Drop(): ReactNode {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    addFiles(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <p>
        {t.documents.drop}{' '}
        <button type="button" className="button primary" onClick={() => input.current?.click()}>
          {t.documents.choose}
        </button>
      </p>
      <p className="note">{t.documents.types}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t.documents.choose}
        accept=".txt,.md,.html,.htm,.docx,.pdf,.xlsx,.ofd"
        onChange={(event) => {
          addFiles(event.target.files ?? []);
          event.target.value = '';
        }}
      />
    </div>
  );
}
