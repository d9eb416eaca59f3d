// A link to an address that the server names, opened without loading the page again.
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

export function PathLink({
  path,
  follow,
  children,
  ...given
}: {
  readonly path: string;
  /** Done before the address is opened, when it is opened here. */
  readonly follow?: () => void;
  readonly className?: string;
  readonly 'aria-label'?: string;
  readonly children: ReactNode;
}): ReactNode {
  const router = useRouter();
  const go = (event: MouseEvent): void => {
    follow?.();
    // another window or tab is the browser's to open
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    router.history.push(path);
  };
  return (
    <a href={path} onClick={go} {...given}>
      {children}
    </a>
  );
}
