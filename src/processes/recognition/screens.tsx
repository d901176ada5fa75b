/**
 * What the pages of a recognition reckon with and call things by: the arithmetic and the names of the process itself, so
 * that a page never says another grade than the server would.
 */
export {
  computedGrade,
  type Grade,
  grades,
  indicatorShare,
  partWeights,
  type Scores,
  taskShare,
  type Thresholds,
  vetoReasons,
} from './scoring.ts';
