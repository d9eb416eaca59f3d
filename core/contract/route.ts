// What a route is: path, permission and shapes as plain data; the server mounts it, the web client derives its types.

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export type Permission =
  | 'plan.read'
  | 'plan.adopt'
  | 'plan.amend'
  | 'document.read'
  | 'document.add'
  | 'system.read';

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

export interface Route {
  readonly permission: Permission | 'public';
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
