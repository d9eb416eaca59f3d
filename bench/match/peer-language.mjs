// The clauses in the languages of other rule engines. None of them has NULL as databases have it, so every nullable fact is
// guarded where it is compared; a rate is floored, which each of them says in its own way.
const nullable = (schema, name) => schema.find((column) => column.name === name)?.nullable ?? false;

function columnsOf(amount) {
  if (amount.op === 'number') return [];
  if (amount.op === 'column') return [amount.column];
  if (amount.op === 'cases') return columnsOf(amount.otherwise);
  return amount.of ? columnsOf(amount.of) : [...columnsOf(amount.left), ...columnsOf(amount.right)];
}
const guarded = (schema, ...amounts) =>
  [...new Set(amounts.flatMap(columnsOf))].filter((name) => nullable(schema, name));

const signs = { atLeast: '>=', above: '>', atMost: '<=', below: '<', equal: '==', unequal: '!=' };
const arithmetic = { plus: '+', minus: '-', times: '*' };
const flagName = (schema, { column, bit }) => schema.find(({ name }) => name === column).bits[bit];

/** ZEN expressions of GoRules. */
export function infix(part, schema) {
  const inner = (each) => infix(each, schema);
  switch (part.op) {
    case 'number':
      return String(part.value);
    case 'column':
      return part.column;
    case 'least':
    case 'greatest':
      return `${part.op === 'least' ? 'min' : 'max'}([${inner(part.left)}, ${inner(part.right)}])`;
    case 'rate':
      return `floor(${inner(part.of)} * ${part.numerator} / ${part.denominator})`;
    case 'cases':
      return part.cases.reduceRight(
        (rest, { when, pays }) => `(${inner(when)} ? ${inner(pays)} : ${rest})`,
        inner(part.otherwise),
      );
    case 'brackets': {
      let from = 0;
      const parts = part.brackets.map(({ upTo, numerator, denominator }) => {
        const end = upTo === null ? inner(part.of) : `min([${inner(part.of)}, ${upTo}])`;
        const text = `floor(max([${end} - ${from}, 0]) * ${numerator} / ${denominator})`;
        from = upTo;
        return text;
      });
      return `(${parts.join(' + ')})`;
    }
    case 'all':
    case 'any':
      return `(${part.of.map(inner).join(part.op === 'all' ? ' and ' : ' or ')})`;
    case 'compare': {
      const guards = guarded(schema, part.left, part.right).map((name) => `${name} != null`);
      return `(${[...guards, `${inner(part.left)} ${signs[part.comparison]} ${inner(part.right)}`].join(' and ')})`;
    }
    case 'between':
      return `(${part.column} >= ${part.least} and ${part.column} <= ${part.greatest})`;
    case 'in':
      return `(${part.column} in [${part.values.join(', ')}])`;
    case 'has':
      return `('${flagName(schema, part)}' in ${part.column})`;
    case 'lacks':
      return `not ('${flagName(schema, part)}' in ${part.column})`;
    default:
      return `(${inner(part.left)} ${arithmetic[part.op]} ${inner(part.right)})`;
  }
}

const operators = {
  atLeast: 'greaterThanInclusive',
  above: 'greaterThan',
  atMost: 'lessThanInclusive',
  below: 'lessThan',
  equal: 'equal',
};

/** A condition of json-rules-engine; what it cannot compute becomes a fact of its own. */
export function ruleEngineCondition(part, schema, derived) {
  const inner = (each) => ruleEngineCondition(each, schema, derived);
  const fact = (amount) => {
    if (amount.op === 'column') return amount.column;
    const name = JSON.stringify(amount);
    derived.set(name, amount);
    return name;
  };
  switch (part.op) {
    case 'all':
    case 'any':
      return { [part.op]: part.of.map(inner) };
    case 'has':
    case 'lacks':
      return {
        fact: part.column,
        operator: part.op === 'has' ? 'contains' : 'doesNotContain',
        value: flagName(schema, part),
      };
    case 'between':
      return {
        all: [
          { fact: part.column, operator: operators.atLeast, value: part.least },
          { fact: part.column, operator: operators.atMost, value: part.greatest },
        ],
      };
    case 'in':
      return { fact: part.column, operator: 'in', value: part.values };
    default: {
      const value = part.right.op === 'number' ? part.right.value : { fact: fact(part.right) };
      const condition = { fact: fact(part.left), operator: operators[part.comparison], value };
      // The engine looks at the left side only: 5 > null would hold.
      const guards = guarded(schema, part.right).map((name) => ({
        fact: name,
        operator: 'notEqual',
        value: null,
      }));
      return guards.length > 0 ? { all: [...guards, condition] } : condition;
    }
  }
}

const letters = (number) => {
  const letter = 'abcdefghijklmnopqrstuvwxyz'[number % 26];
  return number < 26 ? letter : letters(Math.floor(number / 26) - 1) + letter;
};
const spaced = (name) => name.replace(/_/g, ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Rules of publicodes: every step is a rule with a name, since mechanisms do not nest in expressions. */
export function publicodesRules(ruleSet, schema, nameOf) {
  const steps = new Map();
  const step = (value) => {
    if (typeof value === 'string') return value;
    const text = JSON.stringify(value);
    if (!steps.has(text)) steps.set(text, { name: `step ${letters(steps.size)}`, value });
    return steps.get(text).name;
  };
  // There is only rounding to the nearest: floor(n ÷ d) = round((n − (d − 1) ÷ 2) ÷ d).
  const floored = (of, numerator, denominator) => {
    const product = step({ produit: [of, String(numerator)] });
    const lowered = step({ somme: [product, String(-(denominator - 1) / 2)] });
    return { valeur: step({ produit: [lowered, String(1 / denominator)] }), arrondi: 'oui' };
  };
  const amount = (part) => step(amountOf(part));
  const amountOf = (part) => {
    switch (part.op) {
      case 'number':
        return String(part.value);
      case 'column':
        return spaced(part.column);
      case 'minus':
        return { somme: [amount(part.left), step({ produit: ['-1', amount(part.right)] })] };
      case 'times':
        return { produit: [amount(part.left), amount(part.right)] };
      case 'least':
      case 'greatest':
        return {
          [part.op === 'least' ? 'le minimum de' : 'le maximum de']: [amount(part.left), amount(part.right)],
        };
      case 'rate':
        return floored(amount(part.of), part.numerator, part.denominator);
      case 'cases':
        return {
          variations: [
            ...part.cases.map(({ when, pays }) => ({ si: condition(when), alors: amount(pays) })),
            { sinon: amount(part.otherwise) },
          ],
        };
      default: {
        let from = 0;
        const parts = part.brackets.map(({ upTo, numerator, denominator }) => {
          const of = amount(part.of);
          const end = upTo === null ? of : step({ 'le minimum de': [of, String(upTo)] });
          const rest = step({ 'le maximum de': [step({ somme: [end, String(-from)] }), '0'] });
          from = upTo;
          return step(floored(rest, numerator, denominator));
        });
        return { somme: parts };
      }
    }
  };
  const french = { atLeast: '>=', above: '>', atMost: '<=', below: '<', equal: '=' };
  const condition = (part) => {
    switch (part.op) {
      case 'all':
        return { 'toutes ces conditions': part.of.map(condition) };
      case 'any':
        return { 'une de ces conditions': part.of.map(condition) };
      case 'has':
        return `flag ${spaced(part.column)} ${letters(part.bit)}`;
      case 'lacks':
        return `flag ${spaced(part.column)} ${letters(part.bit)} = non`;
      case 'between':
        return {
          'toutes ces conditions': [
            `${spaced(part.column)} >= ${part.least}`,
            `${spaced(part.column)} <= ${part.greatest}`,
          ],
        };
      case 'in':
        return { 'une de ces conditions': part.values.map((value) => `${spaced(part.column)} = ${value}`) };
      default: {
        const compared = `${amount(part.left)} ${french[part.comparison]} ${amount(part.right)}`;
        const guards = guarded(schema, part.left, part.right).map((name) => `known ${spaced(name)}`);
        return guards.length > 0 ? { 'toutes ces conditions': [...guards, compared] } : compared;
      }
    }
  };
  const rules = {};
  for (const { name, bits, nullable: canMiss } of schema) {
    if (bits !== undefined)
      for (const [bit] of bits.entries())
        rules[`flag ${spaced(name)} ${letters(bit)}`] = { 'par défaut': 'non' };
    else rules[spaced(name)] = { 'par défaut': '0' };
    if (canMiss) rules[`known ${spaced(name)}`] = { 'par défaut': 'non' };
  }
  for (const [at, { when, amount: pays }] of ruleSet.clauses.entries())
    rules[nameOf(at)] = { 'applicable si': condition(when), valeur: amount(pays) };
  for (const { name, value } of steps.values()) rules[name] = value;
  return rules;
}

export function publicodesSituation(facts, schema) {
  const situation = {};
  for (const { name, bits, nullable: canMiss } of schema) {
    if (bits !== undefined)
      for (const [bit] of bits.entries())
        situation[`flag ${spaced(name)} ${letters(bit)}`] = (facts[name] >>> bit) & 1 ? 'oui' : 'non';
    else situation[spaced(name)] = String(facts[name] ?? 0);
    if (canMiss) situation[`known ${spaced(name)}`] = facts[name] === null ? 'non' : 'oui';
  }
  return situation;
}
