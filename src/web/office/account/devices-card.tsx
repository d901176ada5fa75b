import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/endpoint.ts';
import type { NamedEndpoints } from '#contract/index.ts';
import { Answer } from '../../api/answer.tsx';
import { api } from '../../api/client.ts';
import { dataOf } from '../../api/query.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { momentText } from '../../ui/format.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { useToast } from '../../ui/toast.tsx';
import { words } from '../../words.ts';
import { accountWords } from './words.ts';

const browsers = [
  [/Edg\//, 'Edge'],
  [/MicroMessenger/, '微信'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;

/** A browser's signature in words people know. */
function deviceName(signature: string): string {
  const found = [browsers, systems].map((list) => list.find(([pattern]) => pattern.test(signature))?.[1]);
  return found.filter(Boolean).join(' · ') || signature;
}

type Device = AnswerOf<NamedEndpoints['listSessions']>[number];

function useColumns(onEnd: (id: string) => void): readonly Column<Device>[] {
  const say = useSay();
  const language = useLanguage();
  return [
    {
      key: 'device',
      title: say(accountWords.device),
      isHeading: true,
      cell: ({ device, isThis }) => (
        <>
          {deviceName(device)} {isThis && <Badge>{say(accountWords.thisDevice)}</Badge>}
        </>
      ),
    },
    { key: 'address', title: say(accountWords.address), cell: ({ address }) => <span className="text-soft">{address}</span> },
    {
      key: 'seen',
      title: say(accountWords.lastSeen),
      cell: ({ lastSeenAt }) => <span className="text-soft">{momentText(lastSeenAt, language)}</span>,
    },
    {
      key: 'end',
      title: say(words.act),
      isNumber: true,
      cell: ({ id, isThis, device }) =>
        isThis ? null : (
          <Button kind="grave" size="small" aria-label={`${say(accountWords.end)} ${deviceName(device)}`} onClick={() => onEnd(id)}>
            {say(accountWords.end)}
          </Button>
        ),
    },
  ];
}

/** Where the account is signed in, and the way to end it there. */
export function DevicesCard() {
  const say = useSay();
  const tell = useToast();
  const devices = useQuery({ queryKey: ['devices'], queryFn: () => dataOf(api.call('listSessions')) });
  const end = async (id: string) => {
    const result = await api.call('endSession', { params: { id } });
    if (!result.ok) return tell(result.problem.title, 'bad');
    tell(say(accountWords.ended));
    void devices.refetch();
  };
  const columns = useColumns((id) => void end(id));
  return (
    <Card title={say(accountWords.devices)}>
      <Answer query={devices} lines={3}>
        {(rows) => (
          <div className="-mx-5">
            <Table caption={say(accountWords.devices)} rows={rows} keyOf={({ id }) => id} columns={columns} />
          </div>
        )}
      </Answer>
    </Card>
  );
}
