import { useQuery } from '@tanstack/react-query';
import type { Thresholds } from '#processes/recognition/screens.tsx';
import { readingsQuery } from '../../api/query.ts';
import type { RecognitionParts } from './data.ts';

/** Lowest scores of the two better grades: as kept with the proposal, else as the readings have them now; undefined until known. */
export function useThresholds({ proposal }: RecognitionParts): Thresholds | undefined {
  const readings = useQuery({ ...readingsQuery, enabled: !proposal });
  if (proposal) return proposal.thresholds;
  const valueOf = (key: string) => Number(readings.data?.find((one) => one.key === key)?.value ?? Number.NaN);
  const [excellent, qualified] = [valueOf('excellentScoreMinimum'), valueOf('qualifiedScoreMinimum')];
  return Number.isFinite(excellent) && Number.isFinite(qualified) ? { excellent, qualified } : undefined;
}
