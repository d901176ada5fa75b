import type { Grade } from '#processes/recognition/screens.tsx';
import type { Tree } from '../../ui/schema/schema.ts';

/** The vetoes of a proposal in work. */
export const vetoesIn = (value: Tree): readonly string[] => (Array.isArray(value.vetoes) ? value.vetoes.map(String) : []);

/** The proposal after a change: as long as the officer follows the computed grade, it moves with the vetoes. */
export function following(compute: (vetoes: readonly string[]) => Grade, before: Tree, after: Tree): Tree {
  const [was, now] = [compute(vetoesIn(before)), compute(vetoesIn(after))];
  return was !== now && after.grade === was ? { ...after, grade: now } : after;
}

/** Whether and why the proposal needs its reason. */
export function reasonWanted(computed: Grade | undefined, value: Tree): 'deviation' | 'veto' | 'free' {
  if (computed !== undefined && value.grade !== undefined && value.grade !== computed) return 'deviation';
  return vetoesIn(value).length > 0 ? 'veto' : 'free';
}
