import { describe, expect, it } from 'vitest';
import { readHtml } from './html.ts';
import { Notes } from './note.ts';
import { readBytes } from './read-bytes.ts';

const read = (source: string, notes = new Notes()) => readHtml(source, notes);

describe('HTML', () => {
  it.each([
    ['blocks are lines', '<h1>题目</h1><p>第一段</p><div>第二段<br>次行</div>', '题目\n第一段\n第二段\n次行'],
    [
      'source breaks between signs leave no space',
      '<p>新增\n   托位\n 100 个 and\nmore</p>',
      '新增托位100 个 and more',
    ],
    [
      'scripts, styles, menus and hidden parts are gone',
      '<nav>首页</nav><script>1</script><style>p{}</style><p hidden>藏</p><p style="display: none">藏</p><p>正文</p>',
      '正文',
    ],
    [
      'numbers of lists are printed',
      '<ol start="3"><li>甲</li><li>乙</li></ol><ol type="A"><li>丙</li></ol>',
      '3. 甲\n4. 乙\nA. 丙',
    ],
    [
      'Chinese list numbers',
      '<ol style="list-style-type: cjk-ideographic"><li>甲</li><li>乙</li></ol>',
      '一、甲\n二、乙',
    ],
    [
      'a raised sign does not join the number',
      '<p>增长2.7%<sup>1</sup>，面积3m<sup>2</sup></p>',
      '增长2.7%¹，面积3m²',
    ],
    ['reading aids are gone', '<p><ruby>國<rp>(</rp><rt>guó</rt><rp>)</rp></ruby>家</p>', '國家'],
    ['entities are letters', '<p>5&nbsp;%&lt;6&#x25;</p>', '5\u00a0%<6%'],
    ['preformatted breaks stay', '<pre>甲\n乙</pre>', '甲\n乙'],
  ])('%s', (_why, source, expected) => {
    expect(read(source)).toBe(expected);
  });

  it('prints a table as tab rows with spans filled', () => {
    const source = `<p>前</p><table><caption>表1</caption>
      <tr><th rowspan="2">区县</th><th colspan="2">任务</th></tr><tr><th>新增</th><th>提升</th></tr>
      <tr><td>甲区</td><td>5<br>(4)</td><td></td></tr><tr><td rowspan="2">乙区</td><td>3</td><td>1</td></tr>
      <tr><td>2</td><td>—</td></tr><tr><td colspan="3">小计部分</td></tr><tr><td>合计</td><td>10</td><td>1</td></tr></table><p>后</p>`;
    expect(read(source).split('\n')).toEqual([
      '前',
      '表1',
      '',
      '区县\t任务\t任务',
      '区县\t新增\t提升',
      '甲区\t5 (4)\t',
      '乙区\t3\t1',
      '乙区\t2\t—',
      '小计部分\t\t',
      '合计\t10\t1',
      '',
      '后',
    ]);
  });

  it('reads a page laid out in tables as blocks', () => {
    const source =
      '<table><tr><td>菜单</td><td><p>一、目标</p><table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table></td></tr></table>';
    expect(read(source)).toBe('菜单\n一、目标\n\n甲\t1\n乙\t2');
  });

  it('takes a table cut off in the middle', () => {
    expect(read('<table><tr><td>甲</td><td>1</td></tr><tr><td>乙')).toBe('甲\t1\n乙\t');
  });

  it('does not follow a span to the end of memory', () => {
    const source = `<table>${'<tr><td rowspan="65534" colspan="1000">x</td><td>y</td></tr>'.repeat(50)}</table>`;
    expect(read(source).length).toBeLessThan(5_000_000);
  });

  it('fetches nothing and says what it left out', () => {
    const notes = new Notes();
    read('<iframe src="http://127.0.0.1:1/x"></iframe><input value="1">', notes);
    expect(notes.list().map((note) => note.code)).toEqual(['externalIgnored', 'formIgnored']);
  });

  it.each([
    [
      'declared entities',
      '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>',
      'document.entityForbidden',
    ],
    ['nesting without end', `<html>${'<div>'.repeat(20_000)}x`, 'document.damaged'],
    ['a page without text', '<html><body><img src="a.png"></body></html>', 'document.noText'],
  ])('refuses %s', async (_why, source, code) => {
    expect(await readBytes(new TextEncoder().encode(source), 'a.html')).toMatchObject({ ok: false, code });
  });
});
