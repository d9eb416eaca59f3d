// The value of a local rule now: what the city set, else the default. A stored value that no longer fits its shape is not used.
import {
  isSettingKey,
  type SettingKey,
  type SettingValue,
  settingTable,
} from '../../../core/contract/settings.ts';
import type { Context } from '../../context.ts';
import { listNewestSettings } from '../../store/setting.ts';

export async function readSettings<K extends SettingKey>(
  { db, jurisdiction }: Pick<Context, 'db' | 'jurisdiction'>,
  ...keys: readonly K[]
): Promise<{ readonly [Key in K]: SettingValue<Key> }> {
  const rows = await listNewestSettings(db, jurisdiction, keys);
  const values = new Map<string, unknown>();
  for (const key of keys) {
    const set = rows.find((row) => row.key === key);
    const parsed = set && isSettingKey(key) ? settingTable[key].shape.safeParse(set.value) : undefined;
    values.set(key, parsed?.success ? parsed.data : settingTable[key].value);
  }
  // Every key was checked against its own shape just above.
  return Object.fromEntries(values) as { readonly [Key in K]: SettingValue<Key> };
}
