// Every local rule a city may set, in the order they are shown. A rule that is not here cannot be set.
import type { z } from 'zod';
import { accountSettings } from './setting/account.ts';
import { messageSettings } from './setting/message.ts';
import { moneySettings } from './setting/money.ts';
import { awardSettings, policySettings } from './setting/policy.ts';
import { projectSettings } from './setting/project.ts';
import { siteSettings } from './setting/site.ts';
import { superviseSettings } from './setting/supervise.ts';

export const settingTable = {
  ...policySettings,
  ...accountSettings,
  ...superviseSettings,
  ...messageSettings,
  ...siteSettings,
  ...moneySettings,
  ...projectSettings,
  ...awardSettings,
} as const;

export type SettingKey = keyof typeof settingTable;
export type SettingValue<K extends SettingKey> = z.infer<(typeof settingTable)[K]['shape']>;

export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(settingTable, key);
export const settingKeys: readonly SettingKey[] = Object.keys(settingTable).filter(isSettingKey);
