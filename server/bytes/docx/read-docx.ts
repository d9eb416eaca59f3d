// Reads a .docx into text: finds its parts, then the notes, then the body. Nothing outside the file is ever fetched.
import type { Notes } from '../note.ts';
import { damaged } from '../refusal.ts';
import { attribute, local, readXml, refuseEntities } from '../xml.ts';
import { type Archive, openArchive } from '../zip.ts';
import { Counters, readNumbering } from './numbering.ts';
import { Story, type Surroundings } from './story.ts';

interface Relationship {
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

const relationshipsOf = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels');

/** Resolves a relationship target against the folder of its part; it cannot leave the archive. */
function resolve(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

function readRelationships(archive: Archive, part: string): Relationship[] {
  const found: Relationship[] = [];
  const name = relationshipsOf(part);
  if (archive.has(name))
    readXml(archive, name, {
      open: (element, attributes) => {
        if (local(element) !== 'Relationship') return;
        const target = attribute(attributes, 'Target') ?? '';
        const external = attribute(attributes, 'TargetMode') === 'External';
        const type = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '';
        found.push({ type, target: external ? target : resolve(part, target), external });
      },
    });
  return found;
}

/** A web link in the text is ordinary; anything the document would load, or run, is told to the reader. */
function noteExternal(archive: Archive, notes: Notes): void {
  for (const name of archive.names) {
    const part = /^(word\/)_rels\/([^/]+)\.rels$/.exec(name);
    if (!part) continue;
    for (const { type, target, external } of readRelationships(archive, `${part[1]}${part[2]}`)) {
      if (external && (type !== 'hyperlink' || !/^(https?|mailto):/i.test(target)))
        notes.add('externalIgnored', `${type}: ${target.slice(0, 120)}`);
      else if (type === 'aFChunk' || type === 'oleObject' || type === 'package')
        notes.add('embeddedIgnored', target);
    }
  }
}

export function readDocx(bytes: Uint8Array, notes: Notes): string {
  const archive = openArchive(bytes);
  refuseEntities(archive);
  const main =
    readRelationships(archive, '').find(({ type, external }) => type === 'officeDocument' && !external)
      ?.target ?? 'word/document.xml';
  if (!archive.has(main)) throw damaged(main);
  const related = readRelationships(archive, main);
  const partOf = (type: string) =>
    related.find((other) => other.type === type && !other.external)?.target ?? '';
  noteExternal(archive, notes);
  const numbering = readNumbering(archive, { numbering: partOf('numbering'), styles: partOf('styles') });
  const footnotes = new Map<string, ReadonlyMap<string, string>>();
  const around = (): Surroundings => ({
    notes,
    counters: new Counters(numbering),
    footnote: (kind, id) => footnotes.get(kind)?.get(id),
  });
  for (const kind of ['footnote', 'endnote']) {
    const part = partOf(`${kind}s`);
    if (!archive.has(part)) continue;
    const story = new Story(around());
    readXml(archive, part, story);
    footnotes.set(kind, story.footnotes);
  }
  const body = new Story(around());
  readXml(archive, main, body);
  return body.lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}
