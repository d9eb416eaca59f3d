// Income flowing into expenditure, drawn: every flow can be reached by keyboard and says its amount; a table beside it says the same.
import { Link } from '@tanstack/react-router';
import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { type ReactNode, useState } from 'react';
import { usePhone, useWidth } from '../../part/width.ts';
import { budgetsText } from '../../text/budgets.ts';
import { amount } from '../../text/format.ts';
import { useFeatureText } from '../../text/language.tsx';
import type { BookPage } from './shared.tsx';

type Flows = NonNullable<BookPage['flows']>;
type Part = Flows['parts'][number];

interface Node {
  readonly key: string;
  readonly name: string;
  readonly amount: string;
  readonly side: 'income' | 'expenditure' | 'whole';
  readonly lineId: string | null;
}

const colour = { income: 'var(--bar)', expenditure: 'var(--accent)', whole: 'var(--ink-3)' } as const;

/** Drawing needs plain numbers; what is written stays exact text. */
function layOut({ parts, residual, totalIn }: Flows, rest: string, width: number, height: number) {
  const isOver = !residual.startsWith('-') && Number(residual) !== 0;
  const gap: Part[] =
    Number(residual) === 0
      ? []
      : [
          {
            key: 'residual',
            lineId: null,
            name: rest,
            side: isOver ? ('expenditure' as const) : ('income' as const),
            amount: residual.replace('-', ''),
          },
        ];
  const all = [...parts, ...gap].filter((part) => Number(part.amount) > 0);
  const whole: Node = { key: 'whole', name: '', amount: totalIn, side: 'whole', lineId: null };
  const nodes: Node[] = [
    ...all.map(({ key, name, amount: value, side, lineId }) => ({ key, name, amount: value, side, lineId })),
    whole,
  ];
  const links = all.map((part) => ({
    source: part.side === 'income' ? part.key : 'whole',
    target: part.side === 'income' ? 'whole' : part.key,
    value: Number(part.amount),
  }));
  return sankey<Node, { readonly value: number }>()
    .nodeId((node) => node.key)
    .nodeWidth(10)
    .nodePadding(22)
    .nodeSort(null)
    .extent([
      [1, 12],
      [width - 1, height - 12],
    ])({ nodes: nodes.map((node) => ({ ...node })), links });
}

function Table({ flows }: { readonly flows: Flows }): ReactNode {
  const t = useFeatureText(budgetsText);
  const share = (part: Part): string => {
    const whole = Number(part.side === 'income' ? flows.totalIn : flows.totalOut);
    return whole > 0 ? `${((Number(part.amount) / whole) * 100).toFixed(1)}%` : '—';
  };
  return (
    <details className="card-body">
      <summary>{t.flowsTable}</summary>
      <div className="table-box">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.side}</th>
              <th scope="col">{t.line}</th>
              <th scope="col" className="num">
                {t.amount}
              </th>
              <th scope="col" className="num">
                {t.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {flows.parts.map((part) => (
              <tr key={`${part.side} ${part.key}`}>
                <td>{part.side === 'income' ? t.income : t.expenditure}</td>
                <th scope="row">{part.name}</th>
                <td className="num">{amount(part.amount)}</td>
                <td className="num">{share(part)}</td>
              </tr>
            ))}
            <tr>
              <td />
              <th scope="row">{t.residual}</th>
              <td className="num">{amount(flows.residual)}</td>
              <td />
            </tr>
          </tbody>
        </table>
      </div>
    </details>
  );
}

export function FlowCard({ flows }: { readonly flows: Flows }): ReactNode {
  const t = useFeatureText(budgetsText);
  const [box, width] = useWidth<HTMLDivElement>(640);
  const isPhone = usePhone();
  const [at, setAt] = useState<string | null>(null);
  const height = Math.max(180, 44 * Math.max(3, flows.parts.length / (isPhone ? 1.2 : 1.6)));
  const { nodes, links } = layOut(flows, t.residual, Math.max(280, width), height);
  const path = sankeyLinkHorizontal();
  return (
    <section className="card" aria-labelledby="flows">
      <div className="card-head">
        <h2 id="flows">{t.flows}</h2>
        <span className="note">
          {t.flowsOf[flows.of]} · {t.flowsHint}
        </span>
      </div>
      <div className="card-body" ref={box}>
        <svg
          width="100%"
          height={height}
          viewBox={`0 0 ${Math.max(280, width)} ${height}`}
          className="budget-sankey"
        >
          <title>{t.flows}</title>
          {links.map((link) => {
            const ends = [link.source, link.target].filter((end) => typeof end === 'object');
            const part = ends.find((end) => end.key !== 'whole');
            return (
              <path
                key={part?.key ?? link.index}
                d={path(link) ?? ''}
                fill="none"
                stroke={colour[part?.side ?? 'whole']}
                strokeOpacity={at === null || at === part?.key ? 0.34 : 0.12}
                strokeWidth={Math.max(1, link.width ?? 1)}
              />
            );
          })}
          {nodes.map((node) => {
            const [x0, y0, x1, y1] = [node.x0 ?? 0, node.y0 ?? 0, node.x1 ?? 0, node.y1 ?? 0];
            const isIncome = node.side === 'income';
            if (node.side === 'whole')
              return (
                <g key={node.key}>
                  <rect x={x0} y={y0} width={x1 - x0} height={Math.max(1, y1 - y0)} fill={colour.whole} />
                  <text x={(x0 + x1) / 2} y={y0 - 2} textAnchor="middle" className="chart-word">
                    {amount(node.amount)}
                  </text>
                </g>
              );
            const words = (
              <>
                <rect x={x0} y={y0} width={x1 - x0} height={Math.max(1, y1 - y0)} fill={colour[node.side]} />
                <text
                  x={isIncome ? x1 + 6 : x0 - 6}
                  y={(y0 + y1) / 2}
                  dy="0.35em"
                  textAnchor={isIncome ? 'start' : 'end'}
                  className="chart-word"
                >
                  {node.name} <tspan fontWeight="600">{amount(node.amount)}</tspan>
                </text>
              </>
            );
            return node.lineId === null ? (
              <g key={node.key}>{words}</g>
            ) : (
              <Link
                key={node.key}
                to="/budget-lines/$lineId"
                params={{ lineId: node.lineId }}
                className="budget-flow"
                aria-label={`${node.name} ${amount(node.amount)}`}
                onFocus={() => setAt(node.key)}
                onBlur={() => setAt(null)}
                onMouseEnter={() => setAt(node.key)}
                onMouseLeave={() => setAt(null)}
              >
                {words}
              </Link>
            );
          })}
        </svg>
      </div>
      <Table flows={flows} />
    </section>
  );
}
