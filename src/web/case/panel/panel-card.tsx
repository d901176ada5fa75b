import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { useSay } from '../../ui/language.tsx';
import { Table } from '../../ui/table.tsx';
import type { PanelView } from './data.ts';
import { memberWords, panelWords } from './words.ts';

const tones = { invited: 'gold', cleared: 'teal', sealed: 'good', recused: 'quiet' } as const;
const toneOf = (status: string) => tones[status as keyof typeof tones] ?? 'quiet';

/** Who evaluates, how far each is, and who was left out for which conflict. */
export function PanelCard({ panel }: { readonly panel: PanelView }) {
  const say = useSay();
  return (
    <Card
      id="panel"
      title={say(panelWords.panel)}
      aside={<span className="text-sm text-soft">{say(panelWords.panelSize(panel.size))}</span>}
    >
      <div className="-mx-2">
        <Table
          caption={say(panelWords.panel)}
          rows={panel.members}
          keyOf={({ person }) => person}
          columns={[
            { key: 'name', title: say(panelWords.expert), isHeading: true, cell: ({ name }) => name },
            {
              key: 'status',
              title: say(panelWords.status),
              cell: ({ status }) => <Badge tone={toneOf(status)}>{memberWords[status] ? say(memberWords[status]) : status}</Badge>,
            },
            { key: 'why', title: say(panelWords.note), cell: ({ why }) => why },
          ]}
        />
      </div>
      {panel.excluded.length > 0 && (
        <details className="mt-4" open={panel.excluded.length <= 5}>
          <summary className="text-sm text-soft">{say(panelWords.excluded(panel.excluded.length))}</summary>
          <ul className="mt-2 grid gap-1.5 text-[0.9375rem]">
            {panel.excluded.map(({ person, name, why }) => (
              <li key={person}>
                <b className="font-semibold">{name}</b>
                <span className="text-soft"> — {why}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="mt-4 text-[0.8125rem] text-soft" title={say(panelWords.seedWhy)}>
        {say(panelWords.seed)} <code className="font-mono wrap-anywhere">{panel.seed}</code>
      </p>
    </Card>
  );
}
