/** Credit grades from best to worst. */
export const GRADES = ['AAA', 'AA', 'A', 'BBB', 'BB', 'B', 'CCC', 'D'] as const;
export type Grade = (typeof GRADES)[number];

/** The largest probability of default a grade allows, best grade first. */
export type GradeBounds = readonly { readonly grade: Grade; readonly maxPd: number }[];

export const DEFAULT_GRADE_BOUNDS: GradeBounds = [
  { grade: 'AAA', maxPd: 0.0025 },
  { grade: 'AA', maxPd: 0.005 },
  { grade: 'A', maxPd: 0.01 },
  { grade: 'BBB', maxPd: 0.02 },
  { grade: 'BB', maxPd: 0.05 },
  { grade: 'B', maxPd: 0.1 },
  { grade: 'CCC', maxPd: 0.2 },
  { grade: 'D', maxPd: 1 },
];

/** The best grade of any table whose bound is not below the PD; the last for a PD above all bounds, none for an empty table. */
export const gradeWithin = <G extends string>(
  pd: number,
  bounds: readonly { readonly grade: G; readonly maxPd: number }[],
): G | undefined => {
  const ascending = [...bounds].sort((a, b) => a.maxPd - b.maxPd);
  return (ascending.find((bound) => pd <= bound.maxPd) ?? ascending.at(-1))?.grade;
};

/** The grade of a probability of default. */
export const gradeOfPd = (pd: number, bounds: GradeBounds = DEFAULT_GRADE_BOUNDS): Grade =>
  gradeWithin(pd, bounds) ?? 'D';

/** Negative when `a` is the better grade. */
export const compareGrades = (a: Grade, b: Grade): number => GRADES.indexOf(a) - GRADES.indexOf(b);
export const worseGrade = (a: Grade, b: Grade): Grade => (compareGrades(a, b) >= 0 ? a : b);
/** One grade better; AAA stays. */
export const oneBetter = (grade: Grade): Grade => GRADES[Math.max(0, GRADES.indexOf(grade) - 1)]!;
