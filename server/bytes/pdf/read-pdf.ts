// Reads the text layer of a PDF page by page; says which page has none, and never runs or fetches anything.
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { flowText } from '../layout/flow.ts';
import type { Page, Piece } from '../layout/piece.ts';
import { withoutRadicals } from '../layout/radical.ts';
import type { Notes } from '../note.ts';
import { damaged, Refusal } from '../refusal.ts';
import { rulesOf, showsSomething } from './rules.ts';

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** Folders of character maps and substitute fonts; without them government fonts give empty text and no error. */
function assets(): { cMapUrl: string; standardFontDataUrl: string; wasmUrl: string } {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string) => `${join(root, name)}${sep}`;
  return { cMapUrl: folder('cmaps'), standardFontDataUrl: folder('standard_fonts'), wasmUrl: folder('wasm') };
}

async function openPdf(pdfjs: Pdfjs, bytes: Uint8Array): Promise<PdfDocument> {
  const task = pdfjs.getDocument({
    data: bytes,
    ...assets(),
    cMapPacked: true,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    // Pictures are never looked at; one pixel keeps pdf.js from decoding them.
    maxImageSize: 1,
    verbosity: 0,
  });
  try {
    return await task.promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new Refusal('document.encrypted');
    throw damaged('PDF');
  }
}

type TextItem = Extract<Awaited<ReturnType<PdfPage['getTextContent']>>['items'][number], { str: string }>;

/** A piece in the coordinates of the page as shown: turned by its rotation, y downwards. */
function pieceOf(pdfjs: Pdfjs, item: TextItem, view: readonly number[]): Piece {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = pdfjs.Util.transform([...view], item.transform) ?? [];
  const size = Math.hypot(c, d) || item.height || 1;
  const text = withoutRadicals(item.str.replace(/[\0\uFFFD\p{Surrogate}]/gu, ''));
  // Type running up or down the page keeps its place but not its width.
  const isLevel = Math.abs(a) >= Math.abs(b);
  return { text, x, y, width: isLevel ? item.width : size, size };
}

interface ReadPage {
  readonly page: Page;
  readonly isBlank: boolean;
}

async function readPage(pdfjs: Pdfjs, page: PdfPage): Promise<ReadPage> {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const pieces = content.items.flatMap((item) =>
    'str' in item ? [pieceOf(pdfjs, item, viewport.transform)] : [],
  );
  const operators = await page.getOperatorList({ intent: 'display' });
  const hasText = pieces.some((piece) => piece.text.trim() !== '');
  const rules = hasText ? rulesOf(pdfjs, operators, viewport.transform) : [];
  page.cleanup();
  return {
    page: { width: viewport.width, height: viewport.height, pieces: hasText ? pieces : [], rules },
    isBlank: !hasText && !showsSomething(pdfjs, operators),
  };
}

/**
 * A page that shows a picture and has no text is a scan, and its promises would be missed in silence, so the file is
 * refused with the page. Only a cover (first or last page of three or more) may be a picture.
 */
function judgePages(pages: readonly ReadPage[], notes: Notes): void {
  const scanned: number[] = [];
  let withText = 0;
  for (const [at, { page, isBlank }] of pages.entries()) {
    if (page.pieces.length > 0) withText++;
    else if (isBlank) notes.add('pageBlank', `p. ${at + 1}`);
    else scanned.push(at + 1);
  }
  const covers = withText >= 2 ? scanned.filter((number) => number === 1 || number === pages.length) : [];
  for (const number of covers) notes.add('pageWithoutText', `p. ${number}`);
  const refused = scanned.filter((number) => !covers.includes(number));
  if (refused.length > 0) {
    const shown = refused.slice(0, 10).join(', ');
    throw new Refusal('document.scanned', { place: `p. ${shown}${refused.length > 10 ? ' …' : ''}` });
  }
  if (withText === 0) throw new Refusal('document.noText');
}

export async function readPdf(bytes: Uint8Array, notes: Notes): Promise<string> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // pdf.js takes the bytes for itself; the caller keeps its own.
  const document = await openPdf(pdfjs, new Uint8Array(bytes));
  try {
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      try {
        pages.push(await readPage(pdfjs, await document.getPage(number)));
      } catch (error) {
        if (error instanceof Refusal) throw error;
        throw damaged(`p. ${number}`);
      }
    }
    judgePages(pages, notes);
    return flowText(pages.map(({ page }) => page));
  } finally {
    await document.destroy();
  }
}
