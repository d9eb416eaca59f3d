// Whether an 18-digit unified social credit code can exist (GB 32100-2015): 17 signs of the standard's alphabet and a check sign.

/** GB 32100-2015, table 2: digits and capitals without I, O, S, V and Z; the place of a sign is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015, 4.3: weights are 3^(i−1) mod 31. */
const WEIGHTS = Array.from({ length: 17 }, (_, at) => {
  let weight = 1;
  for (let step = 0; step < at; step++) weight = (weight * 3) % 31;
  return weight;
});

export type CreditCodeProblem = 'creditCode.length' | 'creditCode.sign' | 'creditCode.check';

/** The check sign of the first 17; null where a sign is not of the alphabet. */
export function creditCheckSign(body: string): string | null {
  let sum = 0;
  for (let at = 0; at < 17; at++) {
    const value = ALPHABET.indexOf(body.charAt(at));
    if (value < 0 || body.charAt(at) === '') return null;
    sum += value * (WEIGHTS[at] ?? 0);
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Null where the code is good. Lower case is refused: the standard prints capitals, and a register must not hold two spellings. */
export function creditCodeProblem(code: string): CreditCodeProblem | null {
  if (code.length !== 18) return 'creditCode.length';
  const check = creditCheckSign(code);
  if (check === null || !ALPHABET.includes(code.charAt(17))) return 'creditCode.sign';
  return check === code.charAt(17) ? null : 'creditCode.check';
}
