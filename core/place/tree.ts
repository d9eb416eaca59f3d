// The tree of places: city, districts and counties and zones, streets; who lies in whom, and what makes a tree wrong.
import { fail, type Result, succeed } from '../result.ts';

export type PlaceKind =
  | 'province'
  | 'city'
  | 'district'
  | 'county'
  | 'countyCity'
  | 'zone'
  | 'street'
  | 'ownLevel';

export interface PlaceNode {
  readonly id: string;
  readonly parentId: string | null;
  /** GB/T 2260 (to the county) or GB/T 10114 (streets); null for zones, which have none. */
  readonly code: string | null;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly aliases: readonly string[];
}

export type PlaceTree = ReadonlyMap<string, PlaceNode>;

export type TreeProblem =
  | 'place.twice'
  | 'place.noRoot'
  | 'place.severalRoots'
  | 'place.parentUnknown'
  | 'place.circle'
  | 'place.kindUnderKind'
  | 'place.nameTwice';

/** Constitution §30: provinces hold cities, cities hold districts and counties, those hold streets; zones lie beside districts. */
const holds: Readonly<Record<PlaceKind, readonly PlaceKind[]>> = {
  province: ['city', 'county', 'countyCity', 'zone', 'ownLevel'],
  city: ['district', 'county', 'countyCity', 'zone', 'ownLevel'],
  district: ['street', 'zone', 'ownLevel'],
  county: ['street', 'zone', 'ownLevel'],
  countyCity: ['street', 'zone', 'ownLevel'],
  zone: ['street', 'ownLevel'],
  street: [],
  ownLevel: [],
};

const kindProblem = (tree: PlaceTree, node: PlaceNode): boolean => {
  const parent = node.parentId === null ? undefined : tree.get(node.parentId);
  return parent !== undefined && !holds[parent.kind].includes(node.kind);
};

/** Every step up from a place, itself first; a circle ends where it would begin again. */
export function pathUp(tree: PlaceTree, id: string): readonly PlaceNode[] {
  const path: PlaceNode[] = [];
  const seen = new Set<string>();
  let node = tree.get(id);
  while (node && !seen.has(node.id)) {
    path.push(node);
    seen.add(node.id);
    node = node.parentId === null ? undefined : tree.get(node.parentId);
  }
  return path;
}

const isInCircle = (tree: PlaceTree, node: PlaceNode): boolean =>
  pathUp(tree, node.id).at(-1)?.parentId !== null;

/** A tree that can be asked, or the first thing that is wrong with it. */
export function placeTree(nodes: readonly PlaceNode[]): Result<PlaceTree, TreeProblem> {
  const tree = new Map<string, PlaceNode>();
  const siblings = new Set<string>();
  for (const node of nodes) {
    if (tree.has(node.id)) return fail('place.twice', { place: node.name });
    tree.set(node.id, node);
    const name = `${node.parentId ?? ''}\t${node.name}`;
    if (siblings.has(name)) return fail('place.nameTwice', { place: node.name });
    siblings.add(name);
  }
  const roots = nodes.filter((node) => node.parentId === null);
  if (roots.length === 0) return fail('place.noRoot');
  if (roots.length > 1)
    return fail('place.severalRoots', { places: roots.map((node) => node.name).join('、') });
  for (const node of nodes) {
    if (node.parentId !== null && !tree.has(node.parentId))
      return fail('place.parentUnknown', { place: node.name });
    if (isInCircle(tree, node)) return fail('place.circle', { place: node.name });
    if (kindProblem(tree, node)) return fail('place.kindUnderKind', { place: node.name });
  }
  return succeed(tree);
}

/** True for the place itself and everything below it; false where either is unknown. */
export const isWithin = (tree: PlaceTree, id: string, ancestorId: string): boolean =>
  pathUp(tree, id).some((node) => node.id === ancestorId);

export const childrenOf = (tree: PlaceTree, id: string): readonly PlaceNode[] =>
  [...tree.values()].filter((node) => node.parentId === id);

/** The place and all below it, parents before children. */
export const subtreeOf = (tree: PlaceTree, id: string): readonly PlaceNode[] => {
  const root = tree.get(id);
  return root ? [root, ...childrenOf(tree, id).flatMap((child) => subtreeOf(tree, child.id))] : [];
};

/** The district, county or zone that a place belongs to; null at the city's own level and above. */
export const districtOf = (tree: PlaceTree, id: string): PlaceNode | null =>
  pathUp(tree, id).findLast(
    ({ kind }) => kind === 'district' || kind === 'county' || kind === 'countyCity' || kind === 'zone',
  ) ?? null;
