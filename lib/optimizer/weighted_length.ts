import { expm1, log1p } from "../kernel/mod.ts";

/** A cost along the line of an update, as far as it is known where the line starts. */
export interface Descent {
  /** By how much the cost falls per length at the start: -C'(0), above 0. */
  readonly drop: number;
  /** By how much the cost lies above the least that it can be. */
  readonly excess: number;
  /** Its course: a parabola, the logistic cost of an event, or unknown. */
  readonly course: "quadratic" | "logistic" | "unknown";
}

/** Above this excess the probability of the event is 0 for all that float64 can tell. */
const MOST_EXCESS = 500;

/**
 * How far to go along the line of an update for a sample of importance h, if the update is what h = 1 asks for to first
 * order: as far as h steps would lead that are cut into ever smaller ones, with the gradient taken anew at each. So the
 * length tau(h) solves tau' = C'(tau) / C'(0) with tau(0) = 0 (Karampatziakis and Langford, "Online importance weight
 * aware updates", 2011):
 *
 * - On a parabola the way to the least cost is 2 excess / drop, and tau = (1 - e^(-kappa h)) / kappa with kappa its inverse.
 * - The logistic cost of an event with the probability P = 1 / (1 + e^-m) is C = ln(1 + e^-m). By d = m(tau) - m(0), which
 *   grows in a straight line, d + e^m(0) (e^d - 1) = h drop / (1 - P)^2.
 * - Otherwise as on a parabola, with the way excess / drop (the step of Polyak), beyond which a convex cost has its least.
 *
 * @param descent The cost along the line.
 * @param h The importance, from 0 on.
 * @returns tau, at most h.
 */
export function weightedLength({ drop, excess, course }: Descent, h: number): number {
  if (!(excess > 0)) return Math.min(h, 1);
  if (course === "logistic") return logisticLength(drop, Math.min(excess, MOST_EXCESS), h);
  const kappa = drop / (course === "quadratic" ? 2 * excess : excess);
  return -expm1(-kappa * h) / kappa;
}

function logisticLength(drop: number, excess: number, h: number): number {
  const rest = -expm1(-excess); // 1 - P
  const odds = 1 / expm1(excess); // P / (1 - P) = e^m
  const reach = h * drop / (rest * rest);
  // Newton's method comes from above, where the curve, which is convex, is steeper: it never goes past the solution.
  let d = Math.min(reach, log1p(reach / odds));
  for (let i = 0; i < 12; i++) {
    const grown = odds * expm1(d);
    d -= (d + grown - reach) / (1 + grown + odds);
  }
  return d * rest / drop;
}
