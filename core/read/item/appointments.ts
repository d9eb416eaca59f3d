// Who was appointed to which post and who was relieved of one: the lists of appointments in gazettes and decisions.
import type { Appointment } from '../reading.ts';
import { APPOINTS, DECIDES, PARTS, type Telling } from '../source/telling.ts';
import type { Block, Part, Structure } from '../structure.ts';

/** 任命甲、乙为市教育局局长 · 免去甲的市教育局局长职务 · 甲任市教育局局长. Each reads one clause from its first sign to its last. */
const person = String.raw`[\p{Script=Han}]{2,4}?(?:·[\p{Script=Han}]{1,8})*(?:\([^()]{1,12}\))?`;
const people = `((?:${person}、)*${person})(?:等?同志)?`;
const duty = '([^,]{2,}?)';
const forms: readonly (readonly [RegExp, Appointment['action']])[] = [
  [new RegExp(`^任命${people}为${duty}$`, 'u'), 'appoint'],
  [new RegExp(`^免去${people}的${duty}职务$`, 'u'), 'relieve'],
  [new RegExp(`^${people}(?:挂职)?任(?![免命务职期何])${duty}$`, 'u'), 'appoint'],
];
/** Under a line that says 免去: or 任命: alone, the verb is not repeated. */
const under: Readonly<Record<Appointment['action'], RegExp>> = {
  relieve: new RegExp(`^${people}的${duty}职务$`, 'u'),
  appoint: new RegExp(`^${people}为${duty}$`, 'u'),
};

/** Last words of a post; what stands before them is the unit. */
const post =
  /(?:(?:常务|第一|执行|党组|总)?副?(?:书记|市长|区长|县长|省长|州长|局长|主任|厅长|部长|处长|科长|署长|院长|校长|馆长|台长|社长|所长|站长|庭长|会长|行长|监狱长|政委|政治委员|督察长|检察长|秘书长|审判长|审判员|检察员|主席|委员|专员|参事|董事长|董事|监事|总经理|经理|组长|队长|镇长|乡长|总[\p{Script=Han}]{2}师|总督学)|(?:一|二|三|四)级(?:巡视员|调研员)|巡视员|调研员|督学)(?:\([^()]{1,12}\))?$/u;

const opensList = /任免|任职|免职/u;
const decides = /(?:决定|如下)(?:任免)?:?$/u;
/** One who is addressed by office and not by name cannot be appointed: 市政府任命甲 has its subject taken off first. */
const subject =
  /^(?:经?[\p{Script=Han}]{0,24}?(?:人民政府|市政府|区政府|县政府|省政府|常务委员会|常委会|会议))?(?:研究)?决定[::,]?/u;

interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const told = PARTS | APPOINTS | DECIDES;

/** A clause without the blanks around it, null where nothing else is left. */
function clauseOf(text: string, start: number, end: number): Clause | null {
  const raw = text.slice(start, end);
  const clause = raw.trim();
  if (clause === '') return null;
  const begin = start + raw.indexOf(clause);
  return { text: clause, start: begin, end: begin + clause.length };
}

/** The unit and the post of 杭州市公安局副局长; the whole is the post where its words are not known. */
function splitPost(printed: string): { unit: string; post: string } {
  const found = post.exec(printed);
  return found === null
    ? { unit: '', post: printed }
    : { unit: printed.slice(0, found.index), post: printed.slice(found.index) };
}

interface Matched {
  readonly action: Appointment['action'];
  readonly people: string;
  readonly printed: string;
}

function match(text: string, mode: Appointment['action'] | null): Matched | null {
  const tries = mode === null ? forms : [...forms, [under[mode], mode] as const];
  for (const [form, action] of tries) {
    const [, named = '', printed = ''] = form.exec(text) ?? [];
    if (named !== '') return { action, people: named, printed };
  }
  return null;
}

/** Reads the clauses of one part, in order; most hold no telling sign and are passed over. */
class PartReader {
  readonly found: Appointment[] = [];
  readonly part: Part;
  private isOpen: boolean;
  private mode: Appointment['action'] | null = null;

  constructor(part: Part) {
    this.part = part;
    this.isOpen = opensList.test(part.identity.title);
  }

  /** Clauses of a block stand between ; and 。. */
  block(text: string, telling: Telling, { start, end }: Block): void {
    let from = start;
    let signs = 0;
    for (let i = start; i <= end; i += 1) {
      const sign = i < end ? (telling[i] ?? 0) & told : PARTS;
      if (sign === 0) continue;
      signs |= sign;
      if ((sign & PARTS) === 0) continue;
      const opens = this.isOpen ? this.mode !== null : (signs & DECIDES) !== 0;
      if (opens || (signs & APPOINTS) !== 0) this.clause(clauseOf(text, from, i));
      from = i + 1;
      signs = 0;
    }
  }

  private clause(whole: Clause | null): void {
    if (whole === null) return;
    const opening = whole.text.includes('决定') ? (subject.exec(whole.text)?.[0].length ?? 0) : 0;
    const clause = { ...whole, text: whole.text.slice(opening), start: whole.start + opening };
    this.isOpen ||= opening > 0 || decides.test(whole.text) || opensList.test(whole.text);
    if (!this.isOpen || clause.text === '') return;
    if (/^(?:任命|免去):?$/u.test(clause.text))
      this.mode = clause.text.startsWith('任') ? 'appoint' : 'relieve';
    else this.found.push(...appointmentsOf(clause, match(clause.text, this.mode), this.part));
  }
}

function readPart(structure: Structure, part: Part): Appointment[] {
  const { text } = structure.folded;
  const reader = new PartReader(part);
  for (let i = part.firstBlock; i < part.endBlock; i += 1) {
    const block = structure.blocks[i];
    if (block?.kind === 'paragraph' || block?.kind === 'heading')
      reader.block(text, structure.telling, block);
  }
  return reader.found;
}

function appointmentsOf(clause: Clause, matched: Matched | null, { identity }: Part): Appointment[] {
  if (matched === null) return [];
  const { unit, post: title } = splitPost(matched.printed);
  return matched.people.split('、').map((name) => ({
    action: matched.action,
    name,
    unit,
    post: title,
    number: identity.number,
    date: identity.date,
    start: clause.start,
    end: clause.end,
  }));
}

/** One record for each person and post, in printed order; offsets into the folded text. Costs one search where there are none. */
export function readAppointments(structure: Structure): Appointment[] {
  const { text } = structure.folded;
  if (!text.includes('免去') && !text.includes('任命') && !text.includes('任免')) return [];
  return structure.parts.flatMap((part) => readPart(structure, part));
}
