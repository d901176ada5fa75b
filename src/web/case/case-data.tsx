import { type ComponentType, lazy, Suspense } from 'react';
import type { CaseView } from '#contract/cases.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { ApplicationData } from './application/application-data.tsx';
import { GenericData } from './generic-data.tsx';
import type { ProcessInfo } from './process-info.ts';

type Props = { readonly view: CaseView; readonly info: ProcessInfo };

/** Processes whose data has a page of its own; they load when a case of theirs is opened. */
const own: Readonly<Record<string, ComponentType<Props>>> = {
  application: ApplicationData,
  bonus: lazy(() => import('./bonus/bonus-data.tsx').then(({ BonusData }) => ({ default: BonusData }))),
  claim: lazy(() => import('./claim/claim-data.tsx').then(({ ClaimData }) => ({ default: ClaimData }))),
  plan: lazy(() => import('./plan/plan-data.tsx').then(({ PlanData }) => ({ default: PlanData }))),
  payment: lazy(() => import('./payment/payment-data.tsx').then(({ PaymentData }) => ({ default: PaymentData }))),
  recognition: lazy(() => import('./recognition/recognition-data.tsx').then(({ RecognitionData }) => ({ default: RecognitionData }))),
  recommendation: lazy(() =>
    import('./recommendation/recommendation-data.tsx').then(({ RecommendationData }) => ({ default: RecommendationData })),
  ),
  residence: lazy(() => import('./residence/residence-data.tsx').then(({ ResidenceData }) => ({ default: ResidenceData }))),
  rectification: lazy(() =>
    import('./rectification/rectification-data.tsx').then(({ RectificationData }) => ({ default: RectificationData })),
  ),
  revocation: lazy(() => import('./revocation/revocation-data.tsx').then(({ RevocationData }) => ({ default: RevocationData }))),
  redemption: lazy(() => import('./redemption/redemption-data.tsx').then(({ RedemptionData }) => ({ default: RedemptionData }))),
};

/** Everything a case holds, as far as its reader may see it. */
export function CaseData(props: Props) {
  const Own = own[props.info.name] ?? GenericData;
  return (
    <Suspense fallback={<Skeleton lines={10} />}>
      <Own {...props} />
    </Suspense>
  );
}
