import { formatPartialDate } from '../claims/calendar.ts';
import { packKind, packKinds } from '../claims/pack.ts';
import type { PackCount } from '../claims/shelf-lists.ts';
import type { Texts } from '../texts/texts.ts';
import type { Block, ListItem } from './reply.ts';

/** How many packs are named; of the others it is said how many there are of each kind. */
const shownPacks = 10;

/** What the packs are: the largest first, of each its kind and how old what it holds is. */
export function presentPacks(
  packs: readonly PackCount[],
  nameOf: (count: PackCount) => ListItem,
  t: Texts,
): readonly Block[] {
  const sorted = packs.toSorted((one, other) => other.claims - one.claims);
  const items = sorted.slice(0, shownPacks).map((count) => {
    const { text, detail = '' } = nameOf(count);
    return { text, detail: [detail, ...presentAge(count, t)].join(' · ') };
  });
  const omitted = packs.length - items.length;
  const list = { kind: 'list', heading: t('admin.packs'), ordered: false, items, omitted } as const;
  return omitted === 0 ? [list] : [list, { kind: 'fields', fields: [presentKinds(packs, t)] }];
}

function presentAge({ pack, checkedOn }: PackCount, t: Texts): readonly string[] {
  const { fileOn, rejects } = pack;
  const day = (on: string) => formatPartialDate(on, t.locale);
  return [
    t(`pack.${packKind(pack)}`),
    ...(checkedOn ? [t('pack.checkedOn', { day: day(checkedOn) })] : []),
    ...(fileOn ? [t('pack.fileOn', { day: day(fileOn) })] : []),
    ...(rejects ? [t('pack.rejects', { rejects })] : []),
  ];
}

function presentKinds(packs: readonly PackCount[], t: Texts) {
  const byKind = Map.groupBy(packs, ({ pack }) => packKind(pack));
  const kinds = packKinds.flatMap((kind) => {
    const of = byKind.get(kind);
    if (!of) return [];
    const value = t('pack.counts', { packs: of.length, claims: sumOf(of) });
    return [t('field.line', { name: t(`pack.${kind}`), value })];
  });
  return { name: t('pack.all'), value: kinds.join(' · ') };
}

function sumOf(packs: readonly PackCount[]): number {
  return packs.reduce((sum, { claims }) => sum + claims, 0);
}
