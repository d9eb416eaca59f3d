// The fields by which a role is given: what, where, for whom, from when until when.
import { type Role, roles } from '../../../core/place/role.ts';
import type { Answer } from '../../api.ts';
import type { PlainField, Values } from '../../part/plain-form.tsx';
import type { administrationText } from '../../text/administration.ts';

type Words = (typeof administrationText)['zh'];
type Choices = Pick<Answer<'GET /api/accounts'>, 'places' | 'units'>;

export const grantFields = (
  t: Words,
  roleWords: Readonly<Record<Role, string>>,
  { places, units }: Choices,
  today: string,
): readonly PlainField[] => [
  {
    name: 'role',
    label: t.role,
    options: roles.filter((role) => role !== 'public').map((value) => ({ value, label: roleWords[value] })),
  },
  {
    name: 'place',
    label: t.place,
    optional: true,
    options: [
      { value: '', label: t.wholeCity },
      ...places.map(({ id, name }) => ({ value: id, label: name })),
    ],
  },
  {
    name: 'unit',
    label: t.unit,
    optional: true,
    options: [{ value: '', label: t.noUnit }, ...units.map((name) => ({ value: name, label: name }))],
  },
  { name: 'from', label: t.from, kind: 'day', start: today },
  { name: 'to', label: t.to, kind: 'day', optional: true },
];

const isRole = (text: string): text is Role => roles.some((role) => role === text);

export const grantOf = ({ role = '', place = '', unit = '', from = '', to = '' }: Values) => ({
  role: isRole(role) ? role : 'public',
  place: place === '' ? null : place,
  unit: unit === '' ? null : unit,
  from,
  to: to === '' ? null : to,
});
