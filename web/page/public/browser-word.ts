// A random word of this browser, so that it rates a site once a day; it says nothing about the person and is hashed by the server.
const key = 'bihuan.visitor';
let forNow: string | null = null;

export function browserWord(): string {
  forNow ??= crypto.randomUUID();
  try {
    const kept = localStorage.getItem(key) ?? forNow;
    localStorage.setItem(key, kept);
    return kept;
  } catch {
    return forNow;
  }
}
