// What a route is: path, permission, object and shapes as plain data; the server mounts it, the web client derives its types.
import type { Permission } from './permission.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The part of a zod schema that types need; inferring through it keeps the type check of many routes fast. */
export interface Shape<Input = unknown, Output = unknown> {
  readonly '~standard': { readonly types?: { readonly input: Input; readonly output: Output } | undefined };
}
export type InputOf<S> = S extends { '~standard': { types?: infer T } }
  ? NonNullable<T> extends { input: infer I }
    ? I
    : never
  : undefined;
export type OutputOf<S> = S extends { '~standard': { types?: infer T } }
  ? NonNullable<T> extends { output: infer O }
    ? O
    : never
  : undefined;

/** Kinds of objects whose place, units and owner decide whether a caller may touch them; the store finds them by id. */
export type ObjectKind =
  | 'commitment'
  | 'report'
  | 'notice'
  | 'inspection'
  | 'site'
  | 'account'
  | 'invitation'
  | 'message'
  | 'token'
  | 'session'
  | 'enterprise'
  | 'claim'
  | 'batch'
  | 'question'
  | 'nurture'
  | 'project'
  | 'budget'
  | 'letter';

export interface Route {
  readonly permission: Permission | 'public';
  /**
   * The object that the permission is about: its kind, and the path parameter that holds its id. The server looks where the
   * object stands before the handler runs; outside the caller's reach it does not exist (404). A route whose permission
   * reaches less than the whole city names its object, or says `inAct`: the act itself asks `mayOn` for each object of its
   * body, or the list is cut to the caller's scope.
   */
  readonly object?: { readonly kind: ObjectKind; readonly param: string } | 'inAct';
  /** Answered even to somebody who must first set another password: asking who I am, setting it, signing out. */
  readonly always?: true;
  /** Sensitive: answered only where the person proved a short while ago to be the person (ASVS 5.0 7.5.3). */
  readonly fresh?: true;
  readonly summary: string;
  readonly params?: Shape;
  readonly query?: Shape;
  /** JSON body; 'bytes' for an uploaded file. */
  readonly body?: Shape | 'bytes';
  /** JSON answer; 'bytes' for a download. */
  readonly response: Shape | 'bytes';
}

export type RouteName = `${Method} /${string}`;
export type RouteTable = Readonly<Record<RouteName, Route>>;
