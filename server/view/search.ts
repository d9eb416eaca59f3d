// Commitments, units and documents that match a few words: all words must stand in the hit, titles first.
import type { OutputOf } from '../../core/contract/route.ts';
import type { Routes } from '../../core/contract/routes.ts';
import { succeed } from '../../core/result.ts';
import type { Context } from '../context.ts';
import { leadUnitKey } from '../judge/count.ts';
import { judgePlan } from '../judge/judge.ts';
import { loadPlan, type When } from '../judge/plan-facts.ts';
import { listDocumentTitles } from '../store/document.ts';

export type Hit = OutputOf<Routes['GET /api/search']['response']>['hits'][number];

const mostHits = 40;

interface Ranked {
  readonly hit: Hit;
  readonly rank: number;
}

/** 0 where a word is missing; a hit in the title counts more than one in what stands around it. */
function rankOf(words: readonly string[], title: string, around: string): number {
  let rank = 0;
  for (const word of words) {
    if (title.includes(word)) rank += title === word ? 4 : title.startsWith(word) ? 3 : 2;
    else if (around.includes(word)) rank += 1;
    else return 0;
  }
  return rank;
}

export async function search(context: Context, query: When & { readonly words: string }) {
  const words = query.words.toLowerCase().split(/\s+/).filter(Boolean);
  const loaded = await loadPlan(context, query);
  if (!loaded.ok) return loaded.code === 'plan.none' ? succeed({ hits: [] }) : loaded;
  const facts = loaded.value;
  const found: Ranked[] = [];
  const offer = (hit: Hit, around: string) => {
    const rank = words.length === 0 ? 0 : rankOf(words, hit.title.toLowerCase(), around.toLowerCase());
    if (rank > 0) found.push({ hit, rank });
  };
  const units = new Map<string, { label: string; count: number }>();
  for (const judged of judgePlan(facts)) {
    const { commitment, targets } = judged;
    const printed = targets.map((target) => `${target.metric} ${target.printed}`).join(' ');
    const detail = [commitment.lead_unit ?? '', ...commitment.support_units, commitment.official ?? ''].join(
      ' ',
    );
    const around = `${commitment.number} ${commitment.field} ${detail} ${printed}`;
    const shown = [commitment.field, commitment.lead_unit ?? ''].filter(Boolean).join(' · ');
    offer(
      { kind: 'commitment', id: commitment.id, title: commitment.title, detail: shown, plan: facts.plan.id },
      around,
    );
    const key = leadUnitKey(facts, judged);
    if (key === null) continue;
    const unit = units.get(key);
    units.set(key, { label: unit?.label ?? commitment.lead_unit ?? key, count: (unit?.count ?? 0) + 1 });
  }
  for (const [id, { label, count }] of units)
    offer({ kind: 'unit', id, title: label, detail: String(count), plan: facts.plan.id }, id);
  for (const document of await listDocumentTitles(context.db, context.jurisdiction, facts.knownOn)) {
    const title = document.title || document.file_name;
    const detail = [document.number, document.issued_on ?? ''].filter(Boolean).join(' ');
    offer(
      { kind: 'document', id: document.id, title, detail, plan: null },
      `${detail} ${document.file_name}`,
    );
  }
  const hits = found.sort((a, b) => b.rank - a.rank).map(({ hit }) => hit);
  return succeed({ hits: hits.slice(0, mostHits) });
}
