// Sentences that grant something: to whom, for what, how much at most, or by which rate of which base.
import type { AwardDetail, Item } from '../../reading.ts';
import type { Mention } from '../../structure.ts';
import { headOf, tailOf } from '../phrase/qualifier.ts';
import { unitClass } from '../phrase/unit-class.ts';
import { makeItem, type Setting } from '../text/make-item.ts';

/** Name of the document and number of the clause an award stands in. */
export interface AwardPlace {
  readonly document: string;
  readonly clause: string;
}

export interface Awards {
  readonly items: readonly Item[];
  /** Where the granting begins: text before it in the sentence may still promise. -1 where nothing is granted. */
  readonly from: number;
  /** Whom the last award was for: 再给予 in the next clause is for the same. */
  readonly party: Party;
}

/** Who gets an award, and for what. */
export interface Party {
  readonly beneficiary: string;
  readonly trigger: string;
}
const nobody: Party = { beneficiary: '', trigger: '' };

const grant =
  /给予|奖励|补助|补贴|资助|奖补|贴息|补偿|返还|配套支持|资助比例|上限|检查原则上|要求由|标准由|设置/;
const grantBefore =
  /(?:给予|奖励|补助|补贴|资助|支持|贴息|奖补|最高|不超过|不高于|不低于|不少于|上限|可补贴|标准为?)[^,，;；、等金]{0,12}$/;
const grantAfter =
  /^(?:以内|以下)?(?:的)?(?:一次性|财政|资金|运营|创建|绩效|专项|配套|市级|省级|年度|房租|保费|建设|经费|升级|认定)*(?:奖励|补助|补贴|资助|奖补|支持|贴息|扶持|补偿|奖金|资金)/;
const rateBefore = /(?:按照?|以|给予|最高|不超过|不高于|可按|比例|上限)[^,，;；]{0,40}$/;
const ceiling = /最高|不超过|不高于|以内|上限|至多|不多于|封顶/;
const floor = /不少于|不低于|至少/;

const change = /(?:要求|门槛|标准|上限|比例|条件|额度)(?:上限)?(?:由|从)$|(?:由|从)$/;

interface Draft {
  start: number;
  end: number;
  mention: Mention;
  kind: AwardDetail['award'];
  rate: AwardDetail['rate'];
  cap: AwardDetail['cap'];
  limit: AwardDetail['limit'];
}

const one = (mention: Mention): number =>
  typeof mention.value === 'number' ? mention.value : mention.value[1];

function limitOf(words: string, mention: Mention): AwardDetail['limit'] {
  if (floor.test(words)) return 'atLeast';
  return ceiling.test(words) || mention.comparator === 'le' ? 'atMost' : 'exactly';
}

/** A clause longer than this is no clause of a policy; the bound keeps reading linear. */
const longestClause = 400;

const clauseStart = (text: string, from: number, at: number): number => {
  let start = at;
  const least = Math.max(from, at - longestClause);
  while (start > least && !',，;；'.includes(text.charAt(start - 1))) start -= 1;
  return start;
};
const clauseEnd = (text: string, at: number, to: number): number => {
  let end = at;
  const most = Math.min(to, at + longestClause);
  while (end < most && !',，;；。'.includes(text.charAt(end))) end += 1;
  return end;
};

/** 按照不高于年度实际完成投资额的20%: what the rate is a share of. */
function baseOf(text: string, start: number, mention: Mention): string {
  const before = text.slice(start, headOf(mention));
  const match =
    /(?:按照?|以)?(?:不超过|不高于|最高(?:可)?(?:按照?|不超过)?|可按照?)?([^,，;；]{2,60}?)(?:的|一定)?(?:不超过|不高于|最高)?$/.exec(
      before.replace(/^.*?(?=按照?|不超过|不高于|可按)/, ''),
    );
  const base = (match?.[1] ?? '').replace(/^(?:按照?|以|其)/, '').trim();
  if (base.length >= 2 && !/给予|奖励|补助$/.test(base)) return base;
  return (
    /^(?:的)?([^,，;；]{2,8}?)(?:补贴|补助|资助|奖励)/.exec(
      text.slice(tailOf(mention), tailOf(mention) + 14),
    )?.[1] ?? ''
  );
}

const separators = /^[、,，和及或\s]*$/;

class AwardReader {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly drafts: Draft[] = [];

  constructor(text: string, from: number, to: number) {
    this.text = text;
    this.from = from;
    this.to = to;
  }

  draft(mention: Mention, kind: AwardDetail['award']): Draft {
    const start = clauseStart(this.text, this.from, mention.start);
    const draft: Draft = {
      start,
      end: clauseEnd(this.text, tailOf(mention), this.to),
      mention,
      kind,
      rate: null,
      cap: null,
      limit: limitOf(this.text.slice(start, tailOf(mention) + 4), mention),
    };
    this.drafts.push(draft);
    return draft;
  }

  money(mention: Mention, previous: Mention | undefined): void {
    const { text } = this;
    const start = clauseStart(text, this.from, mention.start);
    const before = text.slice(start, mention.start);
    const after = text.slice(tailOf(mention), tailOf(mention) + 16);
    const last = this.drafts.at(-1);
    const inList =
      previous !== undefined &&
      last?.mention === previous &&
      separators.test(text.slice(tailOf(previous), headOf(mention)));
    if (text.charAt(tailOf(mention)) === '的' && !grantAfter.test(after)) return;
    if (!inList && !grantBefore.test(before) && !(grantAfter.test(after) && /给予|按|发放|安排/.test(before)))
      return;
    if (/以上$/.test(text.slice(mention.end, tailOf(mention))) && !grantAfter.test(after)) return;
    const amount = { value: one(mention), unit: mention.unit };
    if (
      !inList &&
      last?.kind === 'rate' &&
      last.cap === null &&
      (ceiling.test(before) || ceiling.test(after))
    ) {
      last.cap = amount;
      last.end = clauseEnd(text, tailOf(mention), this.to);
      return;
    }
    this.draft(mention, 'fixed').cap = amount;
  }

  percent(mention: Mention): void {
    const { text } = this;
    const start = clauseStart(text, this.from, mention.start);
    const before = text.slice(start, headOf(mention) === mention.start ? mention.start : mention.end);
    const end = clauseEnd(text, tailOf(mention), this.to);
    const clause = text.slice(start, end);
    if (
      !rateBefore.test(before) ||
      !/给予|补助|补贴|奖励|资助|奖补|贴息|执行|配套|返还|补偿|支付/.test(clause)
    )
      return;
    if (/以上$/.test(text.slice(mention.end, tailOf(mention)))) return;
    this.draft(mention, 'rate').rate = {
      value: one(mention),
      unit: mention.unit,
      base: baseOf(text, start, mention),
    };
  }

  other(mention: Mention, next: Mention | undefined): boolean {
    const { text } = this;
    const before = text.slice(clauseStart(text, this.from, mention.start), mention.start);
    if (
      next &&
      change.test(before) &&
      /^(?:调整|提高|降低|放宽|增加|下调|上调|提升)(?:为|至|到)$/.test(text.slice(mention.end, next.start))
    ) {
      this.draft(next, 'thresholdChange').cap = { value: one(next), unit: next.unit };
      return true;
    }
    if (mention.unit === '倍' && /按|给予|配套/.test(before))
      this.draft(mention, 'multiple').rate = {
        value: one(mention),
        unit: '倍',
        base: baseOf(text, clauseStart(text, this.from, mention.start), mention),
      };
    else if (
      unitClass(mention.unit) === 'time' &&
      /设置$/.test(before) &&
      /^[^,，;；。]{0,10}期/.test(text.slice(mention.end))
    )
      this.draft(mention, 'status');
    else if (
      /次$/.test(mention.unit) &&
      /(?:不超过|不得超过|不多于|最多)$/.test(
        text.slice(Math.max(this.from, mention.start - 12), mention.start),
      )
    )
      this.draft(mention, 'limit').limit = 'atMost';
    else if (unitClass(mention.unit) === 'time' && /^房租/.test(text.slice(mention.end)) && /按/.test(before))
      this.draft(mention, 'other');
    return false;
  }

  read(mentions: readonly Mention[]): void {
    for (let i = 0; i < mentions.length; i += 1) {
      const mention = mentions[i];
      if (!mention) continue;
      if (this.other(mention, mentions[i + 1])) {
        i += 1;
        continue;
      }
      const kind = unitClass(mention.unit);
      if (kind === 'money') this.money(mention, mentions[i - 1]);
      else if (kind === 'percent') this.percent(mention);
    }
  }
}

const whom =
  /(?:对于?|支持|鼓励|给予)([^;；。]{2,90}?)[,，]?(?:分别|直接|再额外|再|可|将|由|每年|市本级|市级财政|市财政|市级|省级|区级|各级|市和区)*(?:给予|按照?|奖励|补助|资助|进行|享受|设置|开展的检查|最高)/;
const applicant = /^([^,，;；。]{2,16}?)(?:申请|租用|购买|参加|办理|新增|实施|获得|入选|每年|按)/;

const party =
  /(?:企业|机构|单位|团队|人才|产品|平台|基地|项目|园区|中心|个人|协会|工厂|车间|品牌|载体|孵化器|合作社|农场)$/;

/** 首次上规的工业企业: 工业企业 gets it for 首次上规. */
function partyOf(words: string, last: Party): Party {
  const clean = words.replace(/^(?:其中|同时|此外|另外)?[,，:：]?/, '');
  const match = whom.exec(clean)?.[1]?.replace(/[,，]$/, '');
  if (match && !/^(?:最高|不超过|不高于|一次性)/.test(match)) {
    const cut = match.lastIndexOf('的', match.length - 2);
    if (cut > 0 && match.length - cut <= 16)
      return { beneficiary: match.slice(cut + 1).replace(/的$/, ''), trigger: match.slice(0, cut) };
    return { beneficiary: match.replace(/的$/, ''), trigger: last.beneficiary === '' ? '' : last.trigger };
  }
  const who = applicant.exec(clean)?.[1];
  const when = /^([^;；。]{2,60}?)的?[,，]?(?:再额外|再|分别|直接|可|由|按)*(?:给予|按照?|奖励|补助)/.exec(
    clean,
  )?.[1];
  if (when && !who && party.test(when) && !/的$/.test(when)) return { beneficiary: when, trigger: '' };
  return {
    beneficiary: who && !/^(?:上规|升规|连续)/.test(who) ? who : last.beneficiary,
    trigger: when ?? last.trigger,
  };
}

const funds = /(?:统筹|预算)?安排[^,，;；。]{0,10}(?:资金|经费)?[^,，;；。]{0,4}\d/;

/** The awards of one sentence. `mentions` are those inside from..to; `before` is who got the award before it. */
export function readAwards(
  text: string,
  from: number,
  to: number,
  mentions: readonly Mention[],
  setting: Setting,
  place: AwardPlace,
  before: Party = nobody,
): Awards {
  const sentence = text.slice(from, to);
  if (!grant.test(sentence) || funds.test(sentence)) return { items: [], from: -1, party: before };
  const reader = new AwardReader(text, from, to);
  reader.read(mentions);
  if (reader.drafts.length === 0) return { items: [], from: -1, party: before };
  let party = before;
  let done = from;
  let began = -1;
  const items = reader.drafts.map((draft): Item => {
    const shared = draft.start < done;
    const start = shared ? draft.mention.start : beginOf(text, done, draft.start);
    if (!shared) party = partyOf(text.slice(start, draft.end), party);
    if (began < 0) began = start;
    done = Math.max(done, draft.end);
    return awardItem(text, draft, start, party, setting, place);
  });
  return { items, from: began, party };
}

const awardLead = /^(?:对|支持|鼓励|每)/;
const leadInside =
  /(?:^|[,，;；。:：])(?:其中[,，:：]?)?(?=对|支持|鼓励|每|新升规|上规|升规|连续|获|入选|首次)/;

/** An award begins at the 对 of its sentence, or after the award before it. */
function beginOf(text: string, done: number, start: number): number {
  const words = text.slice(done, start);
  const at = awardLead.test(text.slice(start, start + 3)) ? -1 : words.search(leadInside);
  const follows = /^(?:再|可)?(?:给予|按|最高|单个|奖励|补助|由)/.test(text.slice(start, start + 4));
  const from = at >= 0 ? done + at : follows && words.length <= 120 ? done : start;
  const lead = /^[\s,，;；。:：]*(?:其中[,，:：]?)?/.exec(text.slice(from, start + 4))?.[0].length ?? 0;
  return Math.min(from + lead, start);
}

function awardItem(
  text: string,
  draft: Draft,
  start: number,
  party: Party,
  setting: Setting,
  place: AwardPlace,
): Item {
  const { mention } = draft;
  const detail: AwardDetail = {
    of: 'award',
    document: place.document,
    clause: place.clause,
    beneficiary: party.beneficiary,
    trigger: party.trigger,
    award: draft.kind,
    cap: draft.cap,
    rate: draft.rate,
    limit: draft.limit,
  };
  return makeItem({
    kind: 'target',
    family: 'award',
    section: setting.section,
    number: setting.number ?? '',
    owners: setting.owners ?? [],
    deadline: setting.deadline ?? null,
    start,
    end: Math.max(draft.end, tailOf(mention)),
    title: text.slice(start, draft.end).replace(/\s+/g, '').slice(0, 120),
    metric: party.trigger === '' ? party.beneficiary : `${party.beneficiary}${party.trigger}`.slice(0, 60),
    comparator: draft.limit === 'atMost' ? 'le' : draft.limit === 'atLeast' ? 'ge' : mention.comparator,
    value: mention.value,
    unit: mention.unit,
    direction: mention.direction,
    detail,
  });
}
