// Whether a statement tells anything: words of motion (正常进行中, 有序推进) without a number, a date, a place or a result tell nothing.

/** Words that may stand in any report of any matter; what is left without them is what the report says. */
const motion = [
  '目前',
  '现已',
  '正在',
  '正',
  '已',
  '均',
  '总体',
  '整体',
  '各项',
  '工作',
  '任务',
  '项目',
  '事项',
  '相关',
  '进展',
  '进度',
  '情况',
  '按照',
  '按',
  '计划',
  '序时',
  '时序',
  '要求',
  '节点',
  '时间',
  '正常',
  '顺利',
  '良好',
  '平稳',
  '稳步',
  '稳妥',
  '有序',
  '扎实',
  '持续',
  '积极',
  '全力',
  '加快',
  '抓紧',
  '深入',
  '不断',
  '进一步',
  '推进',
  '推动',
  '开展',
  '进行',
  '实施',
  '落实',
  '执行',
  '建设',
  '办理',
  '部署',
  '谋划',
  '研究',
  '对接',
  '沟通',
  '协调',
  '符合',
  '达到',
  '预期',
  '常态化',
  '中',
  '地',
  '得',
  '的',
  '了',
  '等',
  '在',
  '有',
] as const;

const longestFirst = [...new Set<string>(motion)].toSorted((a, b) => b.length - a.length);

/** English twins of the same phrases. */
const emptyEnglish =
  /^(?:(?:work|project|task|everything|all|is|in|on|going|progressing|progress|proceeding|under|way|underway|normal(?:ly)?|well|smooth(?:ly)?|orderly|steadily|steady|as|planned|schedule|track|ongoing|the|an?)\b[\s,.;!-]*)+$/i;

/** True for words from which nobody learns anything: no digit, no name, no result is left once the words of motion are gone. */
export function saysNothing(text: string): boolean {
  // A number tells something; most cells are numbers.
  if (/\d/.test(text)) return false;
  const bare = text.replace(/[\s,，.。;；、!！:：“”"'‘’()（）\-—…]/g, '');
  if (bare === '') return text.trim() !== '';
  if (/^[A-Za-z]/.test(bare)) return emptyEnglish.test(text.trim());
  let rest = bare;
  for (const word of longestFirst) rest = rest.replaceAll(word, '');
  return rest === '';
}
