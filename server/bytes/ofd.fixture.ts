// Writes small OFD files as the common producers lay them out: one text object a line, distances in DeltaX.
import { makeZip } from './zip.fixture.ts';

export interface OfdText {
  readonly text: string;
  /** Millimetres from the top left corner. */
  readonly x: number;
  readonly y: number;
  readonly deltaX?: string;
}

const textObject = ({ text, x, y, deltaX }: OfdText, at: number): string =>
  `<ofd:TextObject ID="${100 + at}" Boundary="${x} ${y} 160 6" Font="1" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="${deltaX ?? `g ${Math.max(1, [...text].length - 1)} 4`}">${text}</ofd:TextCode></ofd:TextObject>`;

const path = ([x1, y1, x2, y2]: readonly number[], at: number): string =>
  `<ofd:PathObject ID="${500 + at}" Boundary="0 0 210 297"><ofd:AbbreviatedData>M ${x1} ${y1} L ${x2} ${y2}</ofd:AbbreviatedData></ofd:PathObject>`;

export interface OfdPage {
  readonly texts?: readonly OfdText[];
  readonly lines?: readonly (readonly number[])[];
  readonly picture?: boolean;
}

export function makeOfd(pages: readonly OfdPage[], more: Record<string, string> = {}): Uint8Array {
  const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const refs = pages
    .map((_, at) => `<ofd:Page ID="${at + 1}" BaseLoc="Pages/Page_${at}/Content.xml"/>`)
    .join('');
  const parts: Record<string, string> = {
    'OFD.xml': `<ofd:OFD ${ns}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${ns}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${refs}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(
      pages.map((page, at) => [
        `Doc_0/Pages/Page_${at}/Content.xml`,
        `<ofd:Page ${ns}><ofd:Content><ofd:Layer>${(page.lines ?? []).map(path).join('')}${(page.texts ?? []).map(textObject).join('')}${page.picture ? '<ofd:ImageObject ID="9"/>' : ''}</ofd:Layer></ofd:Content></ofd:Page>`,
      ]),
    ),
    ...more,
  };
  return makeZip(
    Object.entries(parts).map(([name, text]) => ({ name, data: new TextEncoder().encode(text) })),
  );
}
