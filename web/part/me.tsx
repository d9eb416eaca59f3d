// Who is signed in, and what this person may do: what the screen offers. The server refuses the rest anyway.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Permission } from '../../core/contract/permission.ts';
import { type Answer, call } from '../api.ts';
import { useFeatureText } from '../text/language.tsx';
import { signInText } from '../text/sign-in.ts';

export type Me = Answer<'GET /api/me'>;

export const meKey = ['GET /api/me'] as const;

/** undefined until the server has answered. */
export function useMe(): Me | undefined {
  return useQuery({
    queryKey: meKey,
    queryFn: ({ signal }) => call('GET /api/me', {}, signal),
    staleTime: 60_000,
  }).data;
}

/** Whether the caller holds a permission for at least some objects; false while nobody knows yet. */
export const useMay = (permission: Permission): boolean => useMe()?.permissions.includes(permission) ?? false;

/** Whether the way to it is shown: to those who may, and to a visitor, who signs in there. */
export function useIsOffered(permission: Permission): boolean {
  const me = useMe();
  return me !== undefined && (me.accountId === null || me.permissions.includes(permission));
}

/** Shows its children to those who may; to a visitor the way to sign in. */
export function ForThoseWhoMay({
  permission,
  children,
}: {
  readonly permission: Permission;
  readonly children: ReactNode;
}): ReactNode {
  const me = useMe();
  const t = useFeatureText(signInText);
  if (me === undefined) return null;
  if (me.permissions.includes(permission)) return children;
  return (
    <p className="alert plain">
      {me.accountId === null ? t.toDoThis : t.notYours}{' '}
      {me.accountId === null && <SignInLink>{t.signIn}</SignInLink>}
    </p>
  );
}

/** Leads to the sign-in page, and back here afterwards. */
export function SignInLink({ children }: { readonly children: ReactNode }): ReactNode {
  const href = useRouterState({ select: (state) => state.location.href });
  return (
    <Link to="/sign-in" search={{ back: href === '/sign-in' ? undefined : href }}>
      {children}
    </Link>
  );
}

/** In the top bar: the post that is signed in and the way out, or the way in. */
export function WhoAmI(): ReactNode {
  const me = useMe();
  const t = useFeatureText(signInText);
  const client = useQueryClient();
  if (me === undefined) return null;
  if (me.accountId === null) return <SignInLink>{t.signIn}</SignInLink>;
  const leave = async (): Promise<void> => {
    await call('DELETE /api/session', {});
    await client.resetQueries();
  };
  return (
    <span className="who">
      <Link to="/me" className="who-name">
        {me.name}
      </Link>
      <button type="button" className="link" onClick={() => void leave()}>
        {t.signOut}
      </button>
    </span>
  );
}
