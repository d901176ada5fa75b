import type { CaseView } from '#contract/cases.ts';
import { Badge } from '../../ui/badge.tsx';
import { Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Pair, Pairs } from '../../ui/pairs.tsx';
import { type Declared, partsOf } from './data.ts';
import { otherSupportWords, refusalWords, words } from './words.ts';

const endings = { returned: words.returned, withdrawn: words.withdrawn, refused: words.upheld } as const;

/** Why the claim came back or ended, before anything else is read; with the remedies where it was refused. */
export function Ending({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const { ended, refusal } = partsOf(view);
  const title = endings[view.state as keyof typeof endings];
  if (!title || !ended || (view.state === 'refused' && refusal)) return null;
  return (
    <Notice tone="warn">
      <p className="font-semibold">{say(title)}</p>
      <p className="whitespace-pre-wrap">{ended}</p>
      {view.state === 'refused' && <p className="mt-1 text-sm text-soft">{say(words.remediesText)}</p>}
    </Notice>
  );
}

/** Reasons from the list, the words of the decision, and what can be done against it. */
export function RefusalCard({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const { refusal } = partsOf(view);
  if (!refusal) return null;
  return (
    <Card id="refusal" title={say(view.state === 'refused' ? words.refusal : words.refusalProposed)}>
      <p className="mb-3 flex flex-wrap gap-2">
        {refusal.reasons.map((reason) => (
          <Badge key={reason} tone="red">
            {refusalWords[reason] ? say(refusalWords[reason]) : reason}
          </Badge>
        ))}
      </p>
      <p className="whitespace-pre-wrap">{refusal.explanation}</p>
      <div className="mt-4">
        <Remedies />
      </div>
    </Card>
  );
}

/** What every refusal says about remedies. */
export function Remedies() {
  const say = useSay();
  return (
    <div className="rounded-lg bg-sand px-4 py-3 text-[0.9375rem]">
      <p className="font-semibold">{say(words.remedies)}</p>
      <p>{say(words.remediesText)}</p>
    </div>
  );
}

/** What the agency declared when it filed. */
export function Declaration({ declaration }: { readonly declaration: Declared }) {
  const say = useSay();
  const other = otherSupportWords[declaration.otherSupport];
  const pairs: readonly Pair[] = [
    {
      key: 'other',
      label: say(words.otherSupport),
      value: (
        <>
          {other ? say(other) : declaration.otherSupport}
          {declaration.otherSupportDetails && <span className="block whitespace-pre-wrap">{declaration.otherSupportDetails}</span>}
        </>
      ),
    },
    ...(declaration.payees.length > 0
      ? [{ key: 'payees', label: say(words.payees), value: say(words.payeeCount(declaration.payees.length)) }]
      : []),
  ];
  return (
    <div>
      <Pairs pairs={pairs} />
      {declaration.isTrue && (
        <p className="mt-4 text-teal">
          <Icon name="check" size={16} /> {say(words.isTrue)}
        </p>
      )}
    </div>
  );
}

export function DeclarationCard({ view }: { readonly view: CaseView }) {
  const say = useSay();
  const { declaration } = partsOf(view);
  if (!declaration) return null;
  return (
    <Card id="declaration" title={say(words.declaration)}>
      <Declaration declaration={declaration} />
    </Card>
  );
}
