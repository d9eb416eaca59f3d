// What an assessment printed in a table (符合预期, 滞后, 超额完成) says: reached or lagging.

export type PrintedClass = 'reached' | 'lagging';

const lagging =
  /滞后|不及|不达|未(?:能|达|完成|实现|按|到位|过半|如期|及)|没有(?:完成|达)|尚未|低于|慢于|落后|差距|偏慢|偏低|缓慢|难以|欠|不(?:符合|合格|理想)|较差|预警|红灯|黄灯|^[否×✕✗差慢]$|^不/;
const reached =
  /符合|达到|达标|完成|实现|超(?:额|前|过|序时|进度|预期|时序)|提前|正常|顺利|良好|优秀|好于|快于|高于|优于|序时|时序|有序|按(?:计划|期|时|进度)|较好|较快|绿灯|合格|^[是√✓✔好优良快]$|在轨|推进/;

/** Null for a dash or for words that say neither. A negation outweighs the word that it negates. */
export function printedClass(words: string): PrintedClass | null {
  const folded = words.replace(/\s/g, '');
  if (/^(?:[-—–/]*|无|暂无.*)$/.test(folded)) return null;
  if (lagging.test(folded)) return 'lagging';
  return reached.test(folded) ? 'reached' : null;
}
