// bihuan import: hands a file to the running Bihuan and waits until it is read and stored.
export interface Imported {
  readonly documentId: string;
  readonly alreadyHere: boolean;
  readonly items: number;
  readonly findings: number;
}

/** What the server said, in both languages, or that nobody answered. */
export type ImportFailure =
  | { readonly code: string; readonly zh: string; readonly en: string }
  | { readonly code: 'noServer' };

export type ImportOutcome =
  | { readonly ok: true; readonly value: Imported }
  | { readonly ok: false; readonly why: ImportFailure };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

async function ask(url: URL, init: RequestInit): Promise<Readonly<Record<string, unknown>> | undefined> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch {
    return undefined;
  }
  const body: unknown = await response.json().catch(() => ({}));
  return { ...(isRecord(body) ? body : {}), status: response.status };
}

/** A refused request says `message: {zh, en}`, a refused reading `zh` and `en`. */
const problemOf = (body: Readonly<Record<string, unknown>>): ImportFailure => {
  const words = isRecord(body.message) ? body.message : body;
  return {
    code: textOf(body.code) || `http.${numberOf(body.status)}`,
    zh: textOf(words.zh),
    en: textOf(words.en),
  };
};

/** `POST /api/documents`, then its reading until it is done or refused. */
export async function importDocument(
  server: URL,
  file: { readonly bytes: Uint8Array; readonly name: string; readonly encoding?: string | undefined },
  /** An access token with the permission to add documents; a server asks for one. */
  token: string | undefined,
): Promise<ImportOutcome> {
  const upload = new URL('/api/documents', server);
  upload.searchParams.set('name', file.name);
  if (file.encoding) upload.searchParams.set('encoding', file.encoding);
  const proof: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const headers = { ...proof, 'content-type': 'application/octet-stream' };
  const sent = await ask(upload, { method: 'POST', headers, body: new Uint8Array(file.bytes) });
  if (!sent) return { ok: false, why: { code: 'noServer' } };
  const id = textOf(sent.readingId);
  if (id === '') return { ok: false, why: problemOf(sent) };
  for (;;) {
    const progress = await ask(new URL(`/api/readings/${id}`, server), { headers: proof });
    if (!progress) return { ok: false, why: { code: 'noServer' } };
    if (isRecord(progress.problem)) return { ok: false, why: problemOf(progress.problem) };
    if (progress.stage === 'done') {
      const counts = isRecord(progress.counts) ? progress.counts : {};
      const value = {
        documentId: textOf(progress.documentId),
        alreadyHere: progress.alreadyHere === true,
        items: numberOf(counts.items),
        findings: numberOf(counts.findings),
      };
      return { ok: true, value };
    }
    if (numberOf(progress.status) >= 400) return { ok: false, why: problemOf(progress) };
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
