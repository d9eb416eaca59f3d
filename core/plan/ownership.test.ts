// Other owners for a list of promises: what a change does to one of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedOwners, isEmptyChange, type OwnerChange, type Owners } from './ownership.ts';

const keyOf = (unit: string): string => unit.replace('杭州', '');
const now: Owners = {
  leadUnit: '市建委',
  supportUnits: ['市财政局', '市园文局'],
  official: null,
  taskForce: '',
};
const after = (change: OwnerChange, waiting = false) => changedOwners(now, change, keyOf, waiting);

describe('a change of owners', () => {
  it.each<{ why: string; change: OwnerChange; gives: Partial<Owners> | null }>([
    { why: 'another lead', change: { leadUnit: '市城管局' }, gives: { leadUnit: '市城管局' } },
    {
      why: 'the same unit in another printing is no change',
      change: { leadUnit: '杭州市建委' },
      gives: null,
    },
    { why: 'a task force', change: { taskForce: '城市更新专班' }, gives: { taskForce: '城市更新专班' } },
    { why: 'a support that is there already', change: { addSupport: ['杭州市财政局'] }, gives: null },
    {
      why: 'one support out, one in, added once though named twice',
      change: { dropSupport: ['杭州市财政局'], addSupport: ['市水利局', '杭州市水利局'] },
      gives: { supportUnits: ['市园文局', '市水利局'] },
    },
    {
      why: 'a support becomes the lead once it no longer supports',
      change: { leadUnit: '市财政局', dropSupport: ['市财政局'] },
      gives: { leadUnit: '市财政局', supportUnits: ['市园文局'] },
    },
  ])('$why', ({ change, gives }) => {
    const changed = after(change);
    if (!changed.ok) throw new Error(changed.code);
    if (gives === null) expect(changed.value).toBeNull();
    else expect(changed.value).toEqual({ ...now, ...gives });
  });

  it('does not let one unit lead and support, nor change the lead under a waiting report', () => {
    expect(after({ leadUnit: '市财政局' })).toMatchObject({ ok: false, code: 'owner.leadSupports' });
    expect(after({ addSupport: ['杭州市建委'] })).toMatchObject({ ok: false, code: 'owner.leadSupports' });
    expect(after({ leadUnit: '市城管局' }, true)).toMatchObject({ ok: false, code: 'owner.reportWaiting' });
    expect(after({ official: '分管副市长' }, true)).toMatchObject({ ok: true });
  });

  it('made again changes nothing more', () => {
    const unit = fc.constantFrom('市水利局', '市林业局', '市城管局', '市园文局');
    const change = fc.record({
      leadUnit: fc.option(unit, { nil: undefined }),
      addSupport: fc.option(fc.array(unit), { nil: undefined }),
      taskForce: fc.option(fc.constantFrom('', '专班'), { nil: undefined }),
    });
    fc.assert(
      fc.property(change, (wanted) => {
        const once = changedOwners(now, wanted, keyOf, false);
        if (!once.ok || once.value === null) return;
        expect(changedOwners(once.value, wanted, keyOf, false)).toEqual({ ok: true, value: null });
      }),
    );
  });

  it('is empty where nothing is named', () => {
    expect(isEmptyChange({ addSupport: [] })).toBe(true);
    expect(isEmptyChange({ taskForce: '' })).toBe(false);
  });
});
