import { useKept } from '../../case/keep.ts';
import { useSigned } from '../../session/session.tsx';
import { useToast } from '../../ui/toast.tsx';
import { blankOf, type Schema, sendable, type Tree } from '../../ui/schema/schema.ts';
import { useZoneChanged } from './queries.ts';

type Sending = {
  readonly zone: string;
  /** What it is about, so that what is typed is kept apart. */
  readonly place: string;
  readonly schema: Schema;
  readonly start?: Tree;
  readonly onClose: () => void;
};

/** What a dialog about a zone types and sends; it is kept on this device until it is sent. */
export function useSending({ zone, place, schema, start = {}, onClose }: Sending) {
  const { person } = useSigned();
  const tell = useToast();
  const renew = useZoneChanged(zone);
  const { typed, keep, forget } = useKept(`${person.id}/zone/${zone}`);
  const value: Tree = { ...(blankOf(schema) as Tree), ...start, ...typed[place] };
  return {
    value,
    body: sendable(schema, value) as Tree,
    onValue: (next: Tree) => keep(place, next),
    sent: async (says: string) => {
      forget(place);
      await renew();
      tell(says);
      onClose();
    },
  };
}
