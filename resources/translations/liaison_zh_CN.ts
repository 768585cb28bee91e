<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>About Liaison</source>
   <translation>关于 Liaison</translation>
  </message>
  <message>
   <source>An archive browser for people who study party-to-party diplomacy. It never uses the network.</source>
   <translation>面向政党外交研究者的档案浏览器。它从不使用网络。</translation>
  </message>
  <message>
   <source>For its checks and tests only</source>
   <translation>仅用于检查和测试</translation>
  </message>
  <message>
   <source>In the program</source>
   <translation>程序所含</translation>
  </message>
  <message>
   <source>Liaison itself is under the MIT licence.</source>
   <translation>Liaison 本身采用 MIT 许可证。</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>许可证</translation>
  </message>
  <message>
   <source>Licences of what Liaison uses</source>
   <translation>Liaison 所用软件的许可证</translation>
  </message>
  <message>
   <source>Qt and its Python binding (PySide6-Essentials, shiboken6) are used under the GNU Lesser General Public License, version 3, unchanged and as separate shared libraries: whoever has Liaison may put another build of them in their place. Their source is published by the Qt project.</source>
   <translation>Qt 及其 Python 绑定（PySide6-Essentials、shiboken6）按 GNU 宽通用公共许可证（LGPL）第 3 版使用，未作修改，且为独立的共享库：任何持有 Liaison 的人都可以换用它们的其他构建版本。其源代码由 Qt 项目发布。</translation>
  </message>
  <message>
   <source>licence</source>
   <translation>许可证</translation>
  </message>
  <message>
   <source>package</source>
   <translation>软件包</translation>
  </message>
  <message>
   <source>version</source>
   <translation>版本</translation>
  </message>
 </context>
 <context>
  <name>AnnotationEditor</name>
  <message>
   <source>Delete mark</source>
   <translation>删除标注</translation>
  </message>
  <message>
   <source>History</source>
   <translation>历史</translation>
  </message>
  <message>
   <source>Link this mark to a country, party, body or person</source>
   <translation>将此标注关联到国家、政党、组织机构或人物</translation>
  </message>
  <message>
   <source>Link to…</source>
   <translation>关联到…</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>预览</translation>
  </message>
  <message>
   <source>Put this mark into the trash; Ctrl+Z brings it back</source>
   <translation>将此标注移入回收站；按 Ctrl+Z 可恢复</translation>
  </message>
  <message>
   <source>Show how the note will look</source>
   <translation>显示笔记的最终样子</translation>
  </message>
  <message>
   <source>Take this link away</source>
   <translation>移除此关联</translation>
  </message>
  <message>
   <source>Who changed this mark, what and when</source>
   <translation>谁在何时更改了此标注的什么</translation>
  </message>
 </context>
 <context>
  <name>AnnotationModel</name>
  <message>
   <source>Kept as lost: its words are not in the text</source>
   <translation>已保留为丢失：文本中没有这些文字</translation>
  </message>
  <message>
   <source>Lost: these words are not in the new text</source>
   <translation>丢失：新文本中没有这些文字</translation>
  </message>
  <message>
   <source>Moved and verified</source>
   <translation>已移位并核实</translation>
  </message>
  <message>
   <source>Please check where this belongs</source>
   <translation>请核对其所在位置</translation>
  </message>
  <message>
   <source>p. {page}</source>
   <translation>第 {page} 页</translation>
  </message>
  <message>
   <source>today</source>
   <translation>今天</translation>
  </message>
  <message>
   <source>yesterday</source>
   <translation>昨天</translation>
  </message>
 </context>
 <context>
  <name>AnnotationsPanel</name>
  <message>
   <source>Annotations</source>
   <translation>标注</translation>
  </message>
  <message>
   <source>No mark belongs here. Press the cross above to see all marks.</source>
   <translation>没有符合的标注。按上方的叉号可查看全部标注。</translation>
  </message>
  <message>
   <source>No marks yet. Select words and press Ctrl+H.</source>
   <translation>还没有标注。选中文字后按 Ctrl+H。</translation>
  </message>
  <message>
   <source>No quote, note or tag holds these words.</source>
   <translation>没有引文、笔记或标签包含这些文字。</translation>
  </message>
  <message>
   <source>by colour</source>
   <translation>按颜色</translation>
  </message>
  <message>
   <source>by day</source>
   <translation>按日期</translation>
  </message>
  <message>
   <source>by document</source>
   <translation>按文献</translation>
  </message>
  <message>
   <source>by entity</source>
   <translation>按实体</translation>
  </message>
  <message>
   <source>by tag</source>
   <translation>按标签</translation>
  </message>
  <message>
   <source>changed last</source>
   <translation>最近更改</translation>
  </message>
  <message>
   <source>colour</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>newest first</source>
   <translation>最新在前</translation>
  </message>
  <message>
   <source>not grouped</source>
   <translation>不分组</translation>
  </message>
  <message>
   <source>oldest first</source>
   <translation>最早在前</translation>
  </message>
  <message>
   <source>place in the text</source>
   <translation>在文本中的位置</translation>
  </message>
 </context>
 <context>
  <name>ArchiveChores</name>
  <message>
   <source>%1 mark taken in.</source>
   <translation>已并入 %1 条标注。</translation>
  </message>
  <message>
   <source>%1 marks taken in.</source>
   <translation>已并入 %1 条标注。</translation>
  </message>
  <message>
   <source>Archive</source>
   <translation>档案库</translation>
  </message>
  <message>
   <source>Checking the archive and its index…</source>
   <translation>正在检查档案库及其索引…</translation>
  </message>
  <message>
   <source>Liaison archives (*%1)</source>
   <translation>Liaison 档案库 (*%1)</translation>
  </message>
  <message>
   <source>New archive</source>
   <translation>新建档案库</translation>
  </message>
  <message>
   <source>Open archive</source>
   <translation>打开档案库</translation>
  </message>
  <message>
   <source>Sample archive</source>
   <translation>示例档案库</translation>
  </message>
  <message>
   <source>Take in notes</source>
   <translation>并入笔记</translation>
  </message>
  <message>
   <source>The archive and its index are sound.</source>
   <translation>档案库及其索引完好。</translation>
  </message>
  <message>
   <source>Web Annotations (*.jsonld *.json)</source>
   <translation>Web 标注 (*.jsonld *.json)</translation>
  </message>
  <message>
   <source>Wrote %1.</source>
   <translation>已写入 %1。</translation>
  </message>
 </context>
 <context>
  <name>ArrangementButton</name>
  <message>
   <source>Group and order the list</source>
   <translation>列表的分组和排序</translation>
  </message>
  <message>
   <source>Group by</source>
   <translation>分组</translation>
  </message>
  <message>
   <source>Order by</source>
   <translation>排序</translation>
  </message>
 </context>
 <context>
  <name>AuthorityChores</name>
  <message>
   <source>%1 has nothing that can be taken in.</source>
   <translation>%1 中没有可并入的内容。</translation>
  </message>
  <message>
   <source>Comparing the authority files</source>
   <translation>正在比较规范档</translation>
  </message>
  <message>
   <source>Import an authority list</source>
   <translation>导入规范名单</translation>
  </message>
  <message>
   <source>Reading %1</source>
   <translation>正在读取 %1</translation>
  </message>
  <message>
   <source>Tables (*.csv *.tsv *.xlsx)</source>
   <translation>表格 (*.csv *.tsv *.xlsx)</translation>
  </message>
  <message>
   <source>Taking in names</source>
   <translation>正在并入名称</translation>
  </message>
  <message>
   <source>The archive has the program's authority file already.</source>
   <translation>档案库已使用程序自带的规范档。</translation>
  </message>
  <message>
   <source>The names were taken in and the texts are read for them.</source>
   <translation>名称已并入，正在文本中查找它们。</translation>
  </message>
 </context>
 <context>
  <name>AuthorityPlanDialog</name>
  <message>
   <source>Entries</source>
   <translation>条目</translation>
  </message>
  <message>
   <source>Filter names, countries and reasons…</source>
   <translation>筛选名称、国家和原因…</translation>
  </message>
  <message>
   <source>Names that stand very often</source>
   <translation>出现极多的名称</translation>
  </message>
  <message>
   <source>New and matching entries are taken in. Conflicting ones only where you tick them; what you have changed yourself stays otherwise. One Undo takes all of it back.</source>
   <translation>新增和匹配的条目会被并入；有冲突的条目只有勾选后才并入，否则保留您自己的修改。一次撤销即可全部恢复。</translation>
  </message>
  <message>
   <source>No entry holds these words.</source>
   <translation>没有条目包含这些文字。</translation>
  </message>
  <message>
   <source>Take in %1 entries</source>
   <translation>并入 %1 个条目</translation>
  </message>
  <message>
   <source>Take in %1 entry</source>
   <translation>并入 %1 个条目</translation>
  </message>
  <message>
   <source>Take in names</source>
   <translation>并入名称</translation>
  </message>
  <message>
   <source>Take it in</source>
   <translation>并入</translation>
  </message>
  <message>
   <source>There is no entry that differs.</source>
   <translation>没有不同的条目。</translation>
  </message>
  <message>
   <source>These names stand very often in the texts and are left out. Tick those to be looked for all the same.</source>
   <translation>这些名称在文本中出现极多，已被略去。请勾选仍要查找的名称。</translation>
  </message>
  <message>
   <source>Tick all shown conflicts</source>
   <translation>勾选所有显示的冲突</translation>
  </message>
  <message>
   <source>all</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>“{name}” for {entity}: {count} times</source>
   <translation>“{name}”（指{entity}）：{count} 次</translation>
  </message>
 </context>
 <context>
  <name>ChangedFilesDialog</name>
  <message>
   <source>%1 are not there any more</source>
   <translation>%1 个已不存在</translation>
  </message>
  <message>
   <source>%1 are unchanged</source>
   <translation>%1 个未改变</translation>
  </message>
  <message>
   <source>%1 cannot be read</source>
   <translation>%1 个无法读取</translation>
  </message>
  <message>
   <source>%1 file changed</source>
   <translation>%1 个文件已更改</translation>
  </message>
  <message>
   <source>%1 files changed</source>
   <translation>%1 个文件已更改</translation>
  </message>
  <message>
   <source>%1 is not there any more</source>
   <translation>%1 个已不存在</translation>
  </message>
  <message>
   <source>%1 is unchanged</source>
   <translation>%1 个未改变</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Files since they were imported</source>
   <translation>导入后的文件变化</translation>
  </message>
  <message>
   <source>Files that are no longer what was imported</source>
   <translation>与导入时不同的文件</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>文件夹</translation>
  </message>
  <message>
   <source>Import %1 file</source>
   <translation>导入 %1 个文件</translation>
  </message>
  <message>
   <source>Import %1 files</source>
   <translation>导入 %1 个文件</translation>
  </message>
  <message>
   <source>Imported again, a file becomes a new version of its document, and its marks are carried over.</source>
   <translation>重新导入后，文件成为该文献的新版本，标注随之转移。</translation>
  </message>
  <message>
   <source>No document of this archive came from a file, so there is nothing to compare.</source>
   <translation>本档案库中没有来自文件的文献，因此无可比较。</translation>
  </message>
  <message>
   <source>Nothing changed: all %1 files are as they were when they were imported.</source>
   <translation>没有变化：全部 %1 个文件均与导入时相同。</translation>
  </message>
  <message>
   <source>Nothing changed: the file is as it was when it was imported.</source>
   <translation>没有变化：文件与导入时相同。</translation>
  </message>
  <message>
   <source>State</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>cannot be read</source>
   <translation>无法读取</translation>
  </message>
  <message>
   <source>changed</source>
   <translation>已更改</translation>
  </message>
  <message>
   <source>not there</source>
   <translation>不存在</translation>
  </message>
  <message>
   <source>unchanged</source>
   <translation>未改变</translation>
  </message>
 </context>
 <context>
  <name>ChooseEntityDialog</name>
  <message>
   <source>Give to another</source>
   <translation>改归他者</translation>
  </message>
  <message>
   <source>Give to this one</source>
   <translation>归于此项</translation>
  </message>
  <message>
   <source>Who is meant by “%1”?</source>
   <translation>“%1”指的是谁？</translation>
  </message>
 </context>
 <context>
  <name>ChooseRowDialog</name>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
 </context>
 <context>
  <name>ClearButton</name>
  <message>
   <source>Clear the field</source>
   <translation>清空此栏</translation>
  </message>
 </context>
 <context>
  <name>CodeColour</name>
  <message>
   <source>Blue</source>
   <translation>蓝色</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>绿色</translation>
  </message>
  <message>
   <source>Grey</source>
   <translation>灰色</translation>
  </message>
  <message>
   <source>Olive</source>
   <translation>橄榄色</translation>
  </message>
  <message>
   <source>Orange</source>
   <translation>橙色</translation>
  </message>
  <message>
   <source>Pink</source>
   <translation>粉色</translation>
  </message>
  <message>
   <source>Red</source>
   <translation>红色</translation>
  </message>
  <message>
   <source>Teal</source>
   <translation>青色</translation>
  </message>
  <message>
   <source>Violet</source>
   <translation>紫色</translation>
  </message>
 </context>
 <context>
  <name>CodeMenu</name>
  <message>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <source>Merge with…</source>
   <translation>合并…</translation>
  </message>
  <message>
   <source>Move below the one before</source>
   <translation>移到上一个之下</translation>
  </message>
  <message>
   <source>Move below…</source>
   <translation>移到…之下</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>下移</translation>
  </message>
  <message>
   <source>Move out one level</source>
   <translation>上移一级</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>上移</translation>
  </message>
  <message>
   <source>New code below…</source>
   <translation>在其下新建代码…</translation>
  </message>
  <message>
   <source>New code…</source>
   <translation>新建代码…</translation>
  </message>
  <message>
   <source>Rename and describe…</source>
   <translation>重命名和说明…</translation>
  </message>
  <message>
   <source>Show the marks</source>
   <translation>显示标注</translation>
  </message>
 </context>
 <context>
  <name>CodebookDesk</name>
  <message>
   <source>%1 is now part of “%2”.</source>
   <translation>%1 现已并入“%2”。</translation>
  </message>
  <message>
   <source>%1 mark stays without it</source>
   <translation>%1 条标注保留，但不再带有它</translation>
  </message>
  <message>
   <source>%1 marks stay without it</source>
   <translation>%1 条标注保留，但不再带有它</translation>
  </message>
  <message>
   <source>%1 was deleted.</source>
   <translation>%1 已删除。</translation>
  </message>
  <message>
   <source>%1 was deleted; %2.</source>
   <translation>%1 已删除；%2。</translation>
  </message>
  <message>
   <source>At the top</source>
   <translation>置于最上层</translation>
  </message>
  <message>
   <source>Below which code does %1 belong?</source>
   <translation>%1 应置于哪个代码之下？</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>合并</translation>
  </message>
  <message>
   <source>Move here</source>
   <translation>移到此处</translation>
  </message>
  <message>
   <source>There is no other code to merge it with.</source>
   <translation>没有其他可与之合并的代码。</translation>
  </message>
  <message>
   <source>These %1 codes</source>
   <translation>这 %1 个代码</translation>
  </message>
  <message>
   <source>Which code does %1 become one with?</source>
   <translation>%1 要与哪个代码合并？</translation>
  </message>
  <message>
   <source>tag: %1</source>
   <translation>标签：%1</translation>
  </message>
 </context>
 <context>
  <name>CodebookModel</name>
  <message>
   <source>Documents: {documents} · marks: {marks}</source>
   <translation>文献：{documents} · 标注：{marks}</translation>
  </message>
  <message>
   <source>Not yet described in the codebook</source>
   <translation>编码本中尚无说明</translation>
  </message>
  <message>
   <source>On the code itself: {0}</source>
   <translation>直接属于该代码：{0}</translation>
  </message>
 </context>
 <context>
  <name>Colour</name>
  <message>
   <source>blue</source>
   <translation>蓝色</translation>
  </message>
  <message>
   <source>green</source>
   <translation>绿色</translation>
  </message>
  <message>
   <source>rose</source>
   <translation>玫瑰色</translation>
  </message>
  <message>
   <source>yellow</source>
   <translation>黄色</translation>
  </message>
 </context>
 <context>
  <name>CommandPalette</name>
  <message>
   <source>Command</source>
   <translation>命令</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>命令</translation>
  </message>
  <message>
   <source>Nothing is called by these words. Try fewer of them.</source>
   <translation>没有名称含有这些词。请减少几个词再试。</translation>
  </message>
  <message>
   <source>Type a command, a document, a name or a tag…</source>
   <translation>输入命令、文献、名称或标签…</translation>
  </message>
  <message>
   <source>What matches</source>
   <translation>匹配项</translation>
  </message>
 </context>
 <context>
  <name>ConcordanceModel</name>
  <message>
   <source>Date</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>文献</translation>
  </message>
  <message>
   <source>Hit</source>
   <translation>命中</translation>
  </message>
  <message>
   <source>Words after</source>
   <translation>后文</translation>
  </message>
  <message>
   <source>Words before</source>
   <translation>前文</translation>
  </message>
 </context>
 <context>
  <name>ConcordancePanel</name>
  <message>
   <source>All hits</source>
   <translation>全部命中</translation>
  </message>
  <message>
   <source>Copy the lines</source>
   <translation>复制各行</translation>
  </message>
  <message>
   <source>Order of the lines</source>
   <translation>行的排序</translation>
  </message>
  <message>
   <source>Reading the texts…</source>
   <translation>正在读取文本…</translation>
  </message>
  <message>
   <source>Save as CSV…</source>
   <translation>另存为 CSV…</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <source>There is no hit in a text.</source>
   <translation>文本中没有命中。</translation>
  </message>
  <message>
   <source>Type words in the field above to list every place where they stand.</source>
   <translation>在上方输入文字，即可列出其出现的每一处。</translation>
  </message>
  <message>
   <source>by date</source>
   <translation>按日期</translation>
  </message>
  <message>
   <source>by document</source>
   <translation>按文献</translation>
  </message>
  <message>
   <source>by the words after</source>
   <translation>按后文</translation>
  </message>
  <message>
   <source>by the words before</source>
   <translation>按前文</translation>
  </message>
  <message>
   <source>stopped after {count} of {total} lines</source>
   <translation>已停止，读取了 {count} / {total} 行</translation>
  </message>
  <message>
   <source>{count} lines</source>
   <translation>{count} 行</translation>
  </message>
  <message>
   <source>{count} of {total} lines read…</source>
   <translation>已读取 {count} / {total} 行…</translation>
  </message>
 </context>
 <context>
  <name>CorrectingDesk</name>
  <message>
   <source>Add the name all the same</source>
   <translation>仍然添加该名称</translation>
  </message>
  <message>
   <source>Move here</source>
   <translation>移到此处</translation>
  </message>
  <message>
   <source>Nothing is hidden. “Hide” in the menu of a row hides it.</source>
   <translation>没有隐藏的项。可用行菜单中的“隐藏”将其隐藏。</translation>
  </message>
  <message>
   <source>Show again</source>
   <translation>重新显示</translation>
  </message>
  <message>
   <source>What is to be looked for and stand in the tree again?</source>
   <translation>要重新查找并显示在树中的是哪一项？</translation>
  </message>
  <message>
   <source>Which country or organisation does “%1” belong under?</source>
   <translation>“%1”归属于哪个国家或组织？</translation>
  </message>
  <message>
   <source>“%1” has only one name, so there is nothing to split off. Add a name first.</source>
   <translation>“%1”只有一个名称，无可拆分。请先添加名称。</translation>
  </message>
  <message>
   <source>“%1” is hidden and looked for no longer.</source>
   <translation>“%1”已隐藏，不再查找。</translation>
  </message>
  <message>
   <source>“%1” was added; it stands in the tree where texts mention it.</source>
   <translation>已添加“%1”；有文本提及时会显示在树中。</translation>
  </message>
  <message>
   <source>“{name}” stands {count} times in the texts of this archive. As a name it makes up to as many new mentions. A longer name finds fewer.</source>
   <translation>“{name}”在本档案库的文本中出现 {count} 次。作为名称，它最多会产生同样多的新提及。较长的名称找到的较少。</translation>
  </message>
 </context>
 <context>
  <name>CrashDialog</name>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>Liaison made a mistake</source>
   <translation>Liaison 出错了</translation>
  </message>
  <message>
   <source>Something went wrong inside the program. What was shown as saved is safe. You can go on; if it happens again, close and reopen. The report below helps to mend it.</source>
   <translation>程序内部出现错误。显示为已保存的内容是安全的。您可以继续；如果再次发生，请关闭后重新打开。下面的报告有助于修复问题。</translation>
  </message>
 </context>
 <context>
  <name>DateLayer</name>
  <message>
   <source>captured</source>
   <translation>采集</translation>
  </message>
  <message>
   <source>published</source>
   <translation>发表</translation>
  </message>
  <message>
   <source>republished</source>
   <translation>转载</translation>
  </message>
  <message>
   <source>state described</source>
   <translation>所述时点</translation>
  </message>
  <message>
   <source>written</source>
   <translation>撰写</translation>
  </message>
 </context>
 <context>
  <name>DescribeDialog</name>
  <message>
   <source>A document needs a title.</source>
   <translation>文献需要标题。</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>网址</translation>
  </message>
  <message>
   <source>Archival reference</source>
   <translation>档号</translation>
  </message>
  <message>
   <source>Captured</source>
   <translation>采集</translation>
  </message>
  <message>
   <source>Correct the description</source>
   <translation>更正著录</translation>
  </message>
  <message>
   <source>Creators</source>
   <translation>责任者</translation>
  </message>
  <message>
   <source>Excerpt or translation of</source>
   <translation>摘录或译自</translation>
  </message>
  <message>
   <source>Found at first %1</source>
   <translation>最初识别为 %1</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>地点</translation>
  </message>
  <message>
   <source>Published</source>
   <translation>发表</translation>
  </message>
  <message>
   <source>Publisher</source>
   <translation>出版者</translation>
  </message>
  <message>
   <source>Put back what was found in the document</source>
   <translation>恢复为文献中识别的内容</translation>
  </message>
  <message>
   <source>Put back what was found: %1</source>
   <translation>恢复为识别的内容：%1</translation>
  </message>
  <message>
   <source>Republished</source>
   <translation>转载</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>恢复</translation>
  </message>
  <message>
   <source>Save the description</source>
   <translation>保存著录</translation>
  </message>
  <message>
   <source>State described</source>
   <translation>所述时点</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>标题</translation>
  </message>
  <message>
   <source>Who speaks</source>
   <translation>来源类别</translation>
  </message>
  <message>
   <source>Written</source>
   <translation>撰写</translation>
  </message>
  <message>
   <source>corrected by you</source>
   <translation>由您更正</translation>
  </message>
  <message>
   <source>from: %1</source>
   <translation>来自：%1</translation>
  </message>
  <message>
   <source>reading the document…</source>
   <translation>正在读取文献…</translation>
  </message>
  <message>
   <source>“%1” is no date in EDTF. Write 1949, 2004-09, 2004-09-03, 1949~ or 2020/..</source>
   <translation>“%1”不是 EDTF 日期。请写成 1949、2004-09、2004-09-03、1949~ 或 2020/..</translation>
  </message>
 </context>
 <context>
  <name>DocumentChores</name>
  <message>
   <source>%1 lost</source>
   <translation>%1 条丢失</translation>
  </message>
  <message>
   <source>%1 mark unchanged</source>
   <translation>%1 条标注未变</translation>
  </message>
  <message>
   <source>%1 marks unchanged</source>
   <translation>%1 条标注未变</translation>
  </message>
  <message>
   <source>%1 moved and verified</source>
   <translation>%1 条已移位并核实</translation>
  </message>
  <message>
   <source>%1 to be checked by you</source>
   <translation>%1 条待您核对</translation>
  </message>
  <message>
   <source>Read again as %1.</source>
   <translation>已按 %1 重新读取。</translation>
  </message>
  <message>
   <source>Reading “%1” again…</source>
   <translation>正在重新读取“%1”…</translation>
  </message>
 </context>
 <context>
  <name>DocumentHead</name>
  <message>
   <source>1 mark</source>
   <translation>1 条标注</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>大纲</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>页面</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>文本</translation>
  </message>
  <message>
   <source>as of</source>
   <translation>所述时点</translation>
  </message>
  <message>
   <source>basis not known</source>
   <translation>依据不明</translation>
  </message>
  <message>
   <source>captured</source>
   <translation>采集于</translation>
  </message>
  <message>
   <source>from elsewhere</source>
   <translation>来自他处</translation>
  </message>
  <message>
   <source>in</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>inferred</source>
   <translation>推断</translation>
  </message>
  <message>
   <source>language: {0}</source>
   <translation>语言：{0}</translation>
  </message>
  <message>
   <source>note</source>
   <translation>笔记</translation>
  </message>
  <message>
   <source>published</source>
   <translation>发表于</translation>
  </message>
  <message>
   <source>republished</source>
   <translation>转载于</translation>
  </message>
  <message>
   <source>stated in the document</source>
   <translation>文献中载明</translation>
  </message>
  <message>
   <source>written</source>
   <translation>撰写于</translation>
  </message>
  <message>
   <source>{0} marks</source>
   <translation>{0} 条标注</translation>
  </message>
 </context>
 <context>
  <name>DocumentModel</name>
  <message>
   <source>1 mark</source>
   <translation>1 条标注</translation>
  </message>
  <message>
   <source>{count} marks</source>
   <translation>{count} 条标注</translation>
  </message>
 </context>
 <context>
  <name>DocumentState</name>
  <message>
   <source>in the trash</source>
   <translation>在回收站中</translation>
  </message>
  <message>
   <source>no text</source>
   <translation>无文本</translation>
  </message>
 </context>
 <context>
  <name>DocumentTabs</name>
  <message>
   <source>The document you choose on the left is read here.</source>
   <translation>在左侧选择文献，即可在此阅读。</translation>
  </message>
  <message>
   <source>“%1” is in the trash. Undo brings it back.</source>
   <translation>“%1”在回收站中。撤销可恢复。</translation>
  </message>
 </context>
 <context>
  <name>DocumentView</name>
  <message>
   <source>No document is open. Choose one from the list, or import files.</source>
   <translation>没有打开的文献。请从列表中选择，或导入文件。</translation>
  </message>
  <message>
   <source>“%1” has no text here.</source>
   <translation>“%1”在此没有文本。</translation>
  </message>
 </context>
 <context>
  <name>DocumentsPanel</name>
  <message>
   <source>Correct title, source and dates…</source>
   <translation>更正标题、来源和日期…</translation>
  </message>
  <message>
   <source>Documents</source>
   <translation>文献</translation>
  </message>
  <message>
   <source>Filter titles…</source>
   <translation>筛选标题…</translation>
  </message>
  <message>
   <source>Import files…</source>
   <translation>导入文件…</translation>
  </message>
  <message>
   <source>Narrowed to {words}; press to show all</source>
   <translation>已限定为 {words}；点按可显示全部</translation>
  </message>
  <message>
   <source>No document mentions this.</source>
   <translation>没有文献提及此项。</translation>
  </message>
  <message>
   <source>No documents yet. Import files or drag them here.</source>
   <translation>还没有文献。请导入文件或拖放到此处。</translation>
  </message>
  <message>
   <source>No title holds these words.</source>
   <translation>没有标题包含这些文字。</translation>
  </message>
  <message>
   <source>Put into the trash</source>
   <translation>移入回收站</translation>
  </message>
  <message>
   <source>Show all documents again</source>
   <translation>重新显示全部文献</translation>
  </message>
  <message>
   <source>Show only documents whose text could not be read: scans, locked files</source>
   <translation>只显示无法读取文本的文献：扫描件、加密文件</translation>
  </message>
  <message>
   <source>Without text · {count}</source>
   <translation>无文本 · {count}</translation>
  </message>
  <message>
   <source>{count} document</source>
   <translation>{count} 篇文献</translation>
  </message>
  <message>
   <source>{count} documents</source>
   <translation>{count} 篇文献</translation>
  </message>
  <message>
   <source>{shown} of {count} documents</source>
   <translation>{shown} / {count} 篇文献</translation>
  </message>
 </context>
 <context>
  <name>EditCodeDialog</name>
  <message>
   <source>&amp;Colour</source>
   <translation>颜色(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Definition</source>
   <translation>定义(&amp;D)</translation>
  </message>
  <message>
   <source>&amp;Example</source>
   <translation>示例(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Name</source>
   <translation>名称(&amp;N)</translation>
  </message>
  <message>
   <source>Add the code</source>
   <translation>添加代码</translation>
  </message>
  <message>
   <source>Code “%1”</source>
   <translation>代码“%1”</translation>
  </message>
  <message>
   <source>In &amp;full</source>
   <translation>详细说明(&amp;F)</translation>
  </message>
  <message>
   <source>New code</source>
   <translation>新建代码</translation>
  </message>
  <message>
   <source>Save the code</source>
   <translation>保存代码</translation>
  </message>
  <message>
   <source>The codebook goes out with your notes, so that others can see what a code means.</source>
   <translation>编码本会随您的笔记一同导出，以便他人了解代码的含义。</translation>
  </message>
  <message>
   <source>When n&amp;ot to use</source>
   <translation>何时不用(&amp;O)</translation>
  </message>
  <message>
   <source>When to &amp;use</source>
   <translation>何时使用(&amp;U)</translation>
  </message>
  <message>
   <source>a word or two, as marks carry it</source>
   <translation>一两个词，即标注所带的标签</translation>
  </message>
  <message>
   <source>one sentence, shown where the code is chosen</source>
   <translation>一句话，选择代码时显示</translation>
  </message>
 </context>
 <context>
  <name>EditEntityDialog</name>
  <message>
   <source>Add a name</source>
   <translation>添加名称</translation>
  </message>
  <message>
   <source>From</source>
   <translation>起</translation>
  </message>
  <message>
   <source>It needs a name to be shown by.</source>
   <translation>需要一个用于显示的名称。</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>Kind of name</source>
   <translation>名称类型</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>Look for this name no longer</source>
   <translation>不再查找此名称</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Names of %1</source>
   <translation>%1 的名称</translation>
  </message>
  <message>
   <source>Names that texts are searched for</source>
   <translation>在文本中查找的名称</translation>
  </message>
  <message>
   <source>One name at least is needed. To look for none of them, hide the entity in the tree.</source>
   <translation>至少需要一个名称。如要全部不查找，请在树中隐藏该实体。</translation>
  </message>
  <message>
   <source>Remove the name</source>
   <translation>移除名称</translation>
  </message>
  <message>
   <source>Save the names</source>
   <translation>保存名称</translation>
  </message>
  <message>
   <source>Shown as</source>
   <translation>显示为</translation>
  </message>
  <message>
   <source>The years of “%1” end before they begin. Give them the other way round.</source>
   <translation>“%1”的终止年份早于起始年份。请对调。</translation>
  </message>
  <message>
   <source>These names are looked for in all texts. A language is written en, zh or fr; without one the name counts in all. Years say when a name was in use.</source>
   <translation>会在所有文本中查找这些名称。语言写作 en、zh 或 fr；不填则适用于所有语言。年份表示名称的使用时期。</translation>
  </message>
  <message>
   <source>To</source>
   <translation>止</translation>
  </message>
  <message>
   <source>“%1” is no year. Write 1949, or nothing.</source>
   <translation>“%1”不是年份。请写 1949 之类，或留空。</translation>
  </message>
 </context>
 <context>
  <name>Encodings</name>
  <message>
   <source>Arabic</source>
   <translation>阿拉伯文</translation>
  </message>
  <message>
   <source>Baltic</source>
   <translation>波罗的海</translation>
  </message>
  <message>
   <source>Central European</source>
   <translation>中欧</translation>
  </message>
  <message>
   <source>Chinese, simplified</source>
   <translation>简体中文</translation>
  </message>
  <message>
   <source>Chinese, traditional</source>
   <translation>繁体中文</translation>
  </message>
  <message>
   <source>Cyrillic</source>
   <translation>西里尔文</translation>
  </message>
  <message>
   <source>Greek</source>
   <translation>希腊文</translation>
  </message>
  <message>
   <source>Hebrew</source>
   <translation>希伯来文</translation>
  </message>
  <message>
   <source>Japanese</source>
   <translation>日文</translation>
  </message>
  <message>
   <source>Korean</source>
   <translation>韩文</translation>
  </message>
  <message>
   <source>Thai</source>
   <translation>泰文</translation>
  </message>
  <message>
   <source>Turkish</source>
   <translation>土耳其文</translation>
  </message>
  <message>
   <source>Unicode</source>
   <translation>Unicode</translation>
  </message>
  <message>
   <source>Vietnamese</source>
   <translation>越南文</translation>
  </message>
  <message>
   <source>Western European</source>
   <translation>西欧</translation>
  </message>
 </context>
 <context>
  <name>EntityChoice</name>
  <message>
   <source>Choose this one</source>
   <translation>选择此项</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>选择…</translation>
  </message>
  <message>
   <source>Leave it without one</source>
   <translation>留空</translation>
  </message>
  <message>
   <source>None</source>
   <translation>无</translation>
  </message>
  <message>
   <source>none</source>
   <translation>无</translation>
  </message>
 </context>
 <context>
  <name>EntityFacts</name>
  <message>
   <source>Go to the next mention in the texts</source>
   <translation>转到文本中的下一处提及</translation>
  </message>
  <message>
   <source>List the marks that are linked to this</source>
   <translation>列出与其关联的标注</translation>
  </message>
  <message>
   <source>Most often in the same documents</source>
   <translation>最常同现于文献</translation>
  </message>
  <message>
   <source>Related</source>
   <translation>相关</translation>
  </message>
  <message>
   <source>Search all texts for this name</source>
   <translation>在所有文本中搜索此名称</translation>
  </message>
  <message>
   <source>Search this</source>
   <translation>搜索此项</translation>
  </message>
  <message>
   <source>Show in text</source>
   <translation>在文本中显示</translation>
  </message>
  <message>
   <source>Show marks</source>
   <translation>显示标注</translation>
  </message>
  <message>
   <source>and %1 more</source>
   <translation>另有 %1 个</translation>
  </message>
  <message>
   <source>first:</source>
   <translation>最早：</translation>
  </message>
  <message>
   <source>former</source>
   <translation>旧称</translation>
  </message>
  <message>
   <source>in %1 document</source>
   <translation>见于 %1 篇文献</translation>
  </message>
  <message>
   <source>in %1 documents</source>
   <translation>见于 %1 篇文献</translation>
  </message>
  <message>
   <source>last:</source>
   <translation>最晚：</translation>
  </message>
 </context>
 <context>
  <name>EntityPanel</name>
  <message>
   <source>%1 %2</source>
   <translation>%1，%2</translation>
  </message>
  <message>
   <source>%1 mention</source>
   <translation>%1 处提及</translation>
  </message>
  <message>
   <source>%1 mentions</source>
   <translation>%1 处提及</translation>
  </message>
  <message>
   <source>Accept this mention, reject it, or give it to another</source>
   <translation>接受此提及、拒绝，或改归他者</translation>
  </message>
  <message>
   <source>Can be: %1</source>
   <translation>可能是：%1</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>卡片</translation>
  </message>
  <message>
   <source>Click a name in the text or the tree to see who is meant.</source>
   <translation>点按文本或树中的名称，查看所指对象。</translation>
  </message>
  <message>
   <source>Decide on this mention</source>
   <translation>判定此提及</translation>
  </message>
  <message>
   <source>Everywhere</source>
   <translation>所有位置</translation>
  </message>
  <message>
   <source>Give to another…</source>
   <translation>改归他者…</translation>
  </message>
  <message>
   <source>Here</source>
   <translation>此处</translation>
  </message>
  <message>
   <source>In this document</source>
   <translation>在本文献中</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>正在读取…</translation>
  </message>
  <message>
   <source>This is not meant</source>
   <translation>并非所指</translation>
  </message>
  <message>
   <source>This is right</source>
   <translation>正确</translation>
  </message>
  <message>
   <source>Why: %1</source>
   <translation>理由：%1</translation>
  </message>
  <message>
   <source>Wrong? ▾</source>
   <translation>有误？▾</translation>
  </message>
  <message>
   <source>in %1 document</source>
   <translation>见于 %1 篇文献</translation>
  </message>
  <message>
   <source>in %1 documents</source>
   <translation>见于 %1 篇文献</translation>
  </message>
  <message>
   <source>not certain</source>
   <translation>不确定</translation>
  </message>
  <message>
   <source>since %1</source>
   <translation>自 %1 年</translation>
  </message>
 </context>
 <context>
  <name>EntityWords</name>
  <message>
   <source>abbreviation</source>
   <translation>缩写</translation>
  </message>
  <message>
   <source>body</source>
   <translation>组织机构</translation>
  </message>
  <message>
   <source>country</source>
   <translation>国家</translation>
  </message>
  <message>
   <source>demonym</source>
   <translation>居民称谓</translation>
  </message>
  <message>
   <source>former</source>
   <translation>旧称</translation>
  </message>
  <message>
   <source>official</source>
   <translation>正式</translation>
  </message>
  <message>
   <source>party</source>
   <translation>政党</translation>
  </message>
  <message>
   <source>person</source>
   <translation>人物</translation>
  </message>
  <message>
   <source>region</source>
   <translation>地区</translation>
  </message>
  <message>
   <source>short</source>
   <translation>简称</translation>
  </message>
  <message>
   <source>variant</source>
   <translation>异名</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>%1 mark in this export</source>
   <translation>此次导出含 %1 条标注</translation>
  </message>
  <message>
   <source>%1 marks in this export</source>
   <translation>此次导出含 %1 条标注</translation>
  </message>
  <message>
   <source>%1 notes</source>
   <translation>%1 笔记</translation>
  </message>
  <message>
   <source>About</source>
   <translation>关于</translation>
  </message>
  <message>
   <source>All documents</source>
   <translation>全部文献</translation>
  </message>
  <message>
   <source>All regions</source>
   <translation>全部地区</translation>
  </message>
  <message>
   <source>All tags</source>
   <translation>全部标签</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>文献</translation>
  </message>
  <message>
   <source>Export %1 marks…</source>
   <translation>导出 %1 条标注…</translation>
  </message>
  <message>
   <source>Export %1 mark…</source>
   <translation>导出 %1 条标注…</translation>
  </message>
  <message>
   <source>Export notes</source>
   <translation>导出笔记</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>导出…</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>格式</translation>
  </message>
  <message>
   <source>No mark passes these filters.</source>
   <translation>没有符合这些条件的标注。</translation>
  </message>
  <message>
   <source>Preview</source>
   <translation>预览</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>标签</translation>
  </message>
 </context>
 <context>
  <name>FindBar</name>
  <message>
   <source>.*</source>
   <translation>.*</translation>
  </message>
  <message>
   <source>Aa</source>
   <translation>Aa</translation>
  </message>
  <message>
   <source>Close (Esc)</source>
   <translation>关闭 (Esc)</translation>
  </message>
  <message>
   <source>Find in this document</source>
   <translation>在本文献中查找</translation>
  </message>
  <message>
   <source>Find in this document…</source>
   <translation>在本文献中查找…</translation>
  </message>
  <message>
   <source>Hit before (Shift+F3)</source>
   <translation>上一处命中 (Shift+F3)</translation>
  </message>
  <message>
   <source>Match accents</source>
   <translation>区分重音符号</translation>
  </message>
  <message>
   <source>Match capital and small letters</source>
   <translation>区分大小写</translation>
  </message>
  <message>
   <source>Next hit (F3)</source>
   <translation>下一处命中 (F3)</translation>
  </message>
  <message>
   <source>Not found</source>
   <translation>未找到</translation>
  </message>
  <message>
   <source>Regular expression</source>
   <translation>正则表达式</translation>
  </message>
  <message>
   <source>Whole words only</source>
   <translation>全字匹配</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>全字</translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation>{0} / {1}</translation>
  </message>
  <message>
   <source>é</source>
   <translation>é</translation>
  </message>
 </context>
 <context>
  <name>FindEntityDialog</name>
  <message>
   <source>Names</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Names that hold what you type are listed here.</source>
   <translation>含有所输入文字的名称会列在此处。</translation>
  </message>
  <message>
   <source>No name holds these words.</source>
   <translation>没有名称包含这些文字。</translation>
  </message>
  <message>
   <source>Type part of a name…</source>
   <translation>输入名称的一部分…</translation>
  </message>
 </context>
 <context>
  <name>FormDialog</name>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
 </context>
 <context>
  <name>FormerCrashDialog</name>
  <message>
   <source>Liaison was cut short</source>
   <translation>Liaison 意外中断</translation>
  </message>
  <message>
   <source>Open the archive again</source>
   <translation>重新打开档案库</translation>
  </message>
  <message>
   <source>Start without an archive</source>
   <translation>不打开档案库而启动</translation>
  </message>
  <message>
   <source>The last time, Liaison ended by a mistake of its own. Everything that was shown as saved is in the archive. The report below helps to mend the mistake.</source>
   <translation>上次 Liaison 因自身错误而终止。凡显示为已保存的内容都在档案库中。下面的报告有助于修正这一错误。</translation>
  </message>
 </context>
 <context>
  <name>GuideDialog</name>
  <message>
   <source>Contents</source>
   <translation>目录</translation>
  </message>
  <message>
   <source>Find in this page</source>
   <translation>在本页中查找</translation>
  </message>
  <message>
   <source>Find in this page…</source>
   <translation>在本页中查找…</translation>
  </message>
 </context>
 <context>
  <name>HelpChores</name>
  <message>
   <source>%1 could not be written: %2. Choose another folder.</source>
   <translation>无法写入 %1：%2。请选择其他文件夹。</translation>
  </message>
  <message>
   <source>Text (*.txt)</source>
   <translation>文本 (*.txt)</translation>
  </message>
  <message>
   <source>User guide</source>
   <translation>用户指南</translation>
  </message>
  <message>
   <source>What is new</source>
   <translation>新增功能</translation>
  </message>
  <message>
   <source>Write a report on a problem</source>
   <translation>撰写问题报告</translation>
  </message>
  <message>
   <source>Wrote %1. Nothing was sent.</source>
   <translation>已写入 %1。未发送任何内容。</translation>
  </message>
  <message>
   <source>en.md</source>
   <translation>zh_CN.md</translation>
  </message>
  <message>
   <source>news.en.md</source>
   <translation>news.zh_CN.md</translation>
  </message>
 </context>
 <context>
  <name>HitDesk</name>
  <message>
   <source>The hit was marked. Undo takes it back.</source>
   <translation>已标注此处命中。可用“撤销”收回。</translation>
  </message>
  <message>
   <source>The quote was copied with its reference.</source>
   <translation>引文及其出处已复制。</translation>
  </message>
 </context>
 <context>
  <name>HitMenu</name>
  <message>
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Copy quote with reference</source>
   <translation>复制引文及出处</translation>
  </message>
  <message>
   <source>Mark this hit</source>
   <translation>标注此处命中</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>打开</translation>
  </message>
  <message>
   <source>Open beside</source>
   <translation>在旁边打开</translation>
  </message>
 </context>
 <context>
  <name>ImportChores</name>
  <message>
   <source>Import a folder</source>
   <translation>导入文件夹</translation>
  </message>
  <message>
   <source>Import files</source>
   <translation>导入文件</translation>
  </message>
  <message>
   <source>Import finished: %1</source>
   <translation>导入完成：%1</translation>
  </message>
  <message>
   <source>Import log</source>
   <translation>导入日志</translation>
  </message>
  <message>
   <source>Looking which files changed since they were imported…</source>
   <translation>正在查找导入后更改过的文件…</translation>
  </message>
  <message>
   <source>No archive is open to import into. Make a new one or open one first.</source>
   <translation>没有打开的档案库可供导入。请先新建或打开一个。</translation>
  </message>
  <message>
   <source>Save the log</source>
   <translation>保存日志</translation>
  </message>
  <message>
   <source>Table (*.csv);;Text (*.txt)</source>
   <translation>表格 (*.csv);;文本 (*.txt)</translation>
  </message>
  <message>
   <source>The folder of %1 could not be opened.</source>
   <translation>无法打开 %1 所在的文件夹。</translation>
  </message>
  <message>
   <source>The import was stopped. What came in before stays.</source>
   <translation>导入已停止。此前导入的内容会保留。</translation>
  </message>
  <message>
   <source>These files are imported when the present import has ended.</source>
   <translation>当前导入结束后将导入这些文件。</translation>
  </message>
  <message>
   <source>Wrote %1.</source>
   <translation>已写入 %1。</translation>
  </message>
 </context>
 <context>
  <name>ImportFigures</name>
  <message>
   <source>%1 MB/s</source>
   <translation>%1 MB/秒</translation>
  </message>
  <message>
   <source>%1 files/s</source>
   <translation>%1 个文件/秒</translation>
  </message>
  <message>
   <source>%1 of %2 MB</source>
   <translation>%1 / %2 MB</translation>
  </message>
  <message>
   <source>a few seconds left</source>
   <translation>还剩几秒</translation>
  </message>
  <message>
   <source>about %1 hours left</source>
   <translation>约剩 %1 小时</translation>
  </message>
  <message>
   <source>about %1 minutes left</source>
   <translation>约剩 %1 分钟</translation>
  </message>
  <message>
   <source>about %1 seconds left</source>
   <translation>约剩 %1 秒</translation>
  </message>
 </context>
 <context>
  <name>ImportPanel</name>
  <message>
   <source>%1 could not be read</source>
   <translation>%1 个无法读取</translation>
  </message>
  <message>
   <source>%1 file imported</source>
   <translation>已导入 %1 个文件</translation>
  </message>
  <message>
   <source>%1 files imported</source>
   <translation>已导入 %1 个文件</translation>
  </message>
  <message>
   <source>%1 held already</source>
   <translation>%1 个已存在</translation>
  </message>
  <message>
   <source>%1 in a new version</source>
   <translation>%1 个为新版本</translation>
  </message>
  <message>
   <source>%1 skipped</source>
   <translation>%1 个已跳过</translation>
  </message>
  <message>
   <source>Cancel the import</source>
   <translation>取消导入</translation>
  </message>
  <message>
   <source>Every file so far came in.</source>
   <translation>到目前为止所有文件均已导入。</translation>
  </message>
  <message>
   <source>Files that need a word</source>
   <translation>需要说明的文件</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <source>Go to the document</source>
   <translation>转到文献</translation>
  </message>
  <message>
   <source>Hide this panel</source>
   <translation>隐藏此面板</translation>
  </message>
  <message>
   <source>Hide; File, Import progress shows it again</source>
   <translation>隐藏；可从“文件 &gt; 导入进度”重新显示</translation>
  </message>
  <message>
   <source>Import files…</source>
   <translation>导入文件…</translation>
  </message>
  <message>
   <source>Importing: %1 of %2 files</source>
   <translation>正在导入：%1 / %2 个文件</translation>
  </message>
  <message>
   <source>Looking for files to import…</source>
   <translation>正在查找要导入的文件…</translation>
  </message>
  <message>
   <source>No file needs a word.</source>
   <translation>没有需要说明的文件。</translation>
  </message>
  <message>
   <source>Nothing was imported since the program started.</source>
   <translation>程序启动后尚未导入任何内容。</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>打开文件夹</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>暂停</translation>
  </message>
  <message>
   <source>Paused. What came in can be read, searched and marked.</source>
   <translation>已暂停。已导入的内容可以阅读、搜索和标注。</translation>
  </message>
  <message>
   <source>Progress of the import</source>
   <translation>导入进度</translation>
  </message>
  <message>
   <source>Save log…</source>
   <translation>保存日志…</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>重试</translation>
  </message>
  <message>
   <source>Try all failed again</source>
   <translation>重试所有失败项</translation>
  </message>
  <message>
   <source>What became of files</source>
   <translation>文件处理结果</translation>
  </message>
 </context>
 <context>
  <name>KeepingDesk</name>
  <message>
   <source>%1 and %2 were saved. This is missing or not as it was:</source>
   <translation>已抢救 %1 和 %2。以下内容缺失或已非原样：</translation>
  </message>
  <message>
   <source>%1 copy</source>
   <translation>%1 副本</translation>
  </message>
  <message>
   <source>%1 document</source>
   <translation>%1 篇文献</translation>
  </message>
  <message>
   <source>%1 documents</source>
   <translation>%1 篇文献</translation>
  </message>
  <message>
   <source>%1 mark</source>
   <translation>%1 条标注</translation>
  </message>
  <message>
   <source>%1 marks</source>
   <translation>%1 条标注</translation>
  </message>
  <message>
   <source>%1 restored</source>
   <translation>%1 已恢复</translation>
  </message>
  <message>
   <source>%1 salvaged</source>
   <translation>%1 已抢救</translation>
  </message>
  <message>
   <source>%1 synchronises this folder, which can damage an archive in use.</source>
   <translation>%1 正在同步此文件夹，这可能损坏使用中的档案库。</translation>
  </message>
  <message>
   <source>A backup was made.</source>
   <translation>已建立备份。</translation>
  </message>
  <message>
   <source>Liaison archives (*%1)</source>
   <translation>Liaison 档案库 (*%1)</translation>
  </message>
  <message>
   <source>No backup could be made: %1</source>
   <translation>无法建立备份：%1</translation>
  </message>
  <message>
   <source>Nothing is missing.</source>
   <translation>没有任何缺失。</translation>
  </message>
  <message>
   <source>Reading what can be read…</source>
   <translation>正在读取可读的内容…</translation>
  </message>
  <message>
   <source>Restore to a new archive</source>
   <translation>恢复为新的档案库</translation>
  </message>
  <message>
   <source>Restored to %1.</source>
   <translation>已恢复到 %1。</translation>
  </message>
  <message>
   <source>Salvage to a new archive</source>
   <translation>抢救到新的档案库</translation>
  </message>
  <message>
   <source>Save a copy elsewhere</source>
   <translation>另存副本</translation>
  </message>
  <message>
   <source>The archive was restored. What it was before is kept as a backup: %1</source>
   <translation>档案库已恢复。恢复前的状态已作为备份保留：%1</translation>
  </message>
  <message>
   <source>There is nothing that the newest backup does not hold.</source>
   <translation>最新备份已包含全部内容。</translation>
  </message>
  <message>
   <source>This is a network drive (%1), which can damage an archive in use.</source>
   <translation>这里是网络驱动器（%1），可能损坏使用中的档案库。</translation>
  </message>
  <message>
   <source>Which archive is damaged?</source>
   <translation>哪个档案库已损坏？</translation>
  </message>
  <message>
   <source>Which archive shall be restored?</source>
   <translation>要恢复哪个档案库？</translation>
  </message>
  <message>
   <source>Wrote and verified %1.</source>
   <translation>已写入并校验 %1。</translation>
  </message>
  <message>
   <source>and %1 more</source>
   <translation>另有 %1 个</translation>
  </message>
 </context>
 <context>
  <name>Languages</name>
  <message>
   <source>Arabic</source>
   <translation>阿拉伯语</translation>
  </message>
  <message>
   <source>Bengali</source>
   <translation>孟加拉语</translation>
  </message>
  <message>
   <source>Bulgarian</source>
   <translation>保加利亚语</translation>
  </message>
  <message>
   <source>Chinese</source>
   <translation>中文</translation>
  </message>
  <message>
   <source>Czech</source>
   <translation>捷克语</translation>
  </message>
  <message>
   <source>Danish</source>
   <translation>丹麦语</translation>
  </message>
  <message>
   <source>Dutch</source>
   <translation>荷兰语</translation>
  </message>
  <message>
   <source>English</source>
   <translation>英语</translation>
  </message>
  <message>
   <source>Finnish</source>
   <translation>芬兰语</translation>
  </message>
  <message>
   <source>French</source>
   <translation>法语</translation>
  </message>
  <message>
   <source>German</source>
   <translation>德语</translation>
  </message>
  <message>
   <source>Greek</source>
   <translation>希腊语</translation>
  </message>
  <message>
   <source>Hebrew</source>
   <translation>希伯来语</translation>
  </message>
  <message>
   <source>Hindi</source>
   <translation>印地语</translation>
  </message>
  <message>
   <source>Hungarian</source>
   <translation>匈牙利语</translation>
  </message>
  <message>
   <source>Indonesian</source>
   <translation>印度尼西亚语</translation>
  </message>
  <message>
   <source>Italian</source>
   <translation>意大利语</translation>
  </message>
  <message>
   <source>Japanese</source>
   <translation>日语</translation>
  </message>
  <message>
   <source>Khmer</source>
   <translation>高棉语</translation>
  </message>
  <message>
   <source>Korean</source>
   <translation>韩语</translation>
  </message>
  <message>
   <source>Lao</source>
   <translation>老挝语</translation>
  </message>
  <message>
   <source>Mongolian</source>
   <translation>蒙古语</translation>
  </message>
  <message>
   <source>Norwegian Bokmål</source>
   <translation>挪威语</translation>
  </message>
  <message>
   <source>Persian</source>
   <translation>波斯语</translation>
  </message>
  <message>
   <source>Polish</source>
   <translation>波兰语</translation>
  </message>
  <message>
   <source>Portuguese</source>
   <translation>葡萄牙语</translation>
  </message>
  <message>
   <source>Romanian</source>
   <translation>罗马尼亚语</translation>
  </message>
  <message>
   <source>Russian</source>
   <translation>俄语</translation>
  </message>
  <message>
   <source>Serbian</source>
   <translation>塞尔维亚语</translation>
  </message>
  <message>
   <source>Spanish</source>
   <translation>西班牙语</translation>
  </message>
  <message>
   <source>Swahili</source>
   <translation>斯瓦希里语</translation>
  </message>
  <message>
   <source>Swedish</source>
   <translation>瑞典语</translation>
  </message>
  <message>
   <source>Tamil</source>
   <translation>泰米尔语</translation>
  </message>
  <message>
   <source>Thai</source>
   <translation>泰语</translation>
  </message>
  <message>
   <source>Turkish</source>
   <translation>土耳其语</translation>
  </message>
  <message>
   <source>Ukrainian</source>
   <translation>乌克兰语</translation>
  </message>
  <message>
   <source>Urdu</source>
   <translation>乌尔都语</translation>
  </message>
  <message>
   <source>Vietnamese</source>
   <translation>越南语</translation>
  </message>
 </context>
 <context>
  <name>Legend</name>
  <message>
   <source>Bodies</source>
   <translation>组织机构</translation>
  </message>
  <message>
   <source>Countries</source>
   <translation>国家</translation>
  </message>
  <message>
   <source>Hits</source>
   <translation>命中</translation>
  </message>
  <message>
   <source>Marks</source>
   <translation>标注</translation>
  </message>
  <message>
   <source>Parties</source>
   <translation>政党</translation>
  </message>
  <message>
   <source>Persons</source>
   <translation>人物</translation>
  </message>
  <message>
   <source>{0}: show or hide this layer</source>
   <translation>{0}：显示或隐藏此图层</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>&amp;Redo</source>
   <translation>重做(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>撤销(&amp;U)</translation>
  </message>
  <message>
   <source>All hits</source>
   <translation>全部命中</translation>
  </message>
  <message>
   <source>Annotations</source>
   <translation>标注</translation>
  </message>
  <message>
   <source>Back to the review (Esc)</source>
   <translation>返回复核 (Esc)</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Commands</source>
   <translation>命令</translation>
  </message>
  <message>
   <source>Do not tell again</source>
   <translation>不再提示</translation>
  </message>
  <message>
   <source>Documents</source>
   <translation>文献</translation>
  </message>
  <message>
   <source>Export notes…</source>
   <translation>导出笔记…</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>导入</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>导入…</translation>
  </message>
  <message>
   <source>Menus</source>
   <translation>菜单</translation>
  </message>
  <message>
   <source>Opening %1…</source>
   <translation>正在打开 %1…</translation>
  </message>
  <message>
   <source>Place the mark at the selected words (Ctrl+Return)</source>
   <translation>将标注置于选中的文字处 (Ctrl+Return)</translation>
  </message>
  <message>
   <source>Place the mark here</source>
   <translation>将标注置于此处</translation>
  </message>
  <message>
   <source>Regions</source>
   <translation>地区</translation>
  </message>
  <message>
   <source>Regions and documents</source>
   <translation>地区与文献</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>复核</translation>
  </message>
  <message>
   <source>Save a copy elsewhere…</source>
   <translation>另存副本…</translation>
  </message>
  <message>
   <source>Search results</source>
   <translation>搜索结果</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>Toolbar</source>
   <translation>工具栏</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>重试</translation>
  </message>
 </context>
 <context>
  <name>Margin</name>
  <message>
   <source>Paragraph numbers</source>
   <translation>段落编号</translation>
  </message>
  <message>
   <source>p. {0}</source>
   <translation>第 {0} 页</translation>
  </message>
 </context>
 <context>
  <name>MarkArrangement</name>
  <message>
   <source>Linked to nobody</source>
   <translation>未关联</translation>
  </message>
  <message>
   <source>Lost</source>
   <translation>丢失</translation>
  </message>
  <message>
   <source>Please check</source>
   <translation>待核对</translation>
  </message>
  <message>
   <source>The others</source>
   <translation>其余</translation>
  </message>
  <message>
   <source>Without tags</source>
   <translation>无标签</translation>
  </message>
 </context>
 <context>
  <name>MarkColour</name>
  <message>
   <source>Blue</source>
   <translation>蓝色</translation>
  </message>
  <message>
   <source>Green</source>
   <translation>绿色</translation>
  </message>
  <message>
   <source>Rose</source>
   <translation>玫瑰色</translation>
  </message>
  <message>
   <source>Yellow</source>
   <translation>黄色</translation>
  </message>
 </context>
 <context>
  <name>MarkHistory</name>
  <message>
   <source>Changed</source>
   <translation>已更改</translation>
  </message>
  <message>
   <source>Colour: {0} → {1}</source>
   <translation>颜色：{0} → {1}</translation>
  </message>
  <message>
   <source>Linked to: {0} → {1}</source>
   <translation>关联：{0} → {1}</translation>
  </message>
  <message>
   <source>Made, or taken out of the trash</source>
   <translation>新建，或从回收站恢复</translation>
  </message>
  <message>
   <source>Note: {0} → {1}</source>
   <translation>笔记：{0} → {1}</translation>
  </message>
  <message>
   <source>Put into the trash</source>
   <translation>移入回收站</translation>
  </message>
  <message>
   <source>Tags: {0} → {1}</source>
   <translation>标签：{0} → {1}</translation>
  </message>
  <message>
   <source>Words: {0} → {1}</source>
   <translation>文字：{0} → {1}</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>无</translation>
  </message>
 </context>
 <context>
  <name>MarkHistoryDialog</name>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>History of the mark</source>
   <translation>标注的历史</translation>
  </message>
  <message>
   <source>Nothing is written down of this mark.</source>
   <translation>没有此标注的记录。</translation>
  </message>
  <message>
   <source>What was done, the newest first</source>
   <translation>所作更改，最新在前</translation>
  </message>
  <message>
   <source>What was undone is left out.</source>
   <translation>已撤销的更改不列出。</translation>
  </message>
 </context>
 <context>
  <name>MarkListDesk</name>
  <message>
   <source>%1 mark is back.</source>
   <translation>已恢复 %1 条标注。</translation>
  </message>
  <message>
   <source>%1 mark was changed.</source>
   <translation>已更改 %1 条标注。</translation>
  </message>
  <message>
   <source>%1 mark was deleted.</source>
   <translation>已删除 %1 条标注。</translation>
  </message>
  <message>
   <source>%1 marks are back.</source>
   <translation>已恢复 %1 条标注。</translation>
  </message>
  <message>
   <source>%1 marks were changed.</source>
   <translation>已更改 %1 条标注。</translation>
  </message>
  <message>
   <source>%1 marks were deleted.</source>
   <translation>已删除 %1 条标注。</translation>
  </message>
  <message>
   <source>colour: %1</source>
   <translation>颜色：%1</translation>
  </message>
  <message>
   <source>linked to: %1</source>
   <translation>关联到：%1</translation>
  </message>
 </context>
 <context>
  <name>MarkListHead</name>
  <message>
   <source>%1 lost</source>
   <translation>%1 条丢失</translation>
  </message>
  <message>
   <source>%1 to check</source>
   <translation>%1 条待核对</translation>
  </message>
  <message>
   <source>Annotations</source>
   <translation>标注</translation>
  </message>
  <message>
   <source>Filter marks…</source>
   <translation>筛选标注…</translation>
  </message>
  <message>
   <source>Go through the marks that wait for your eye (Ctrl+Shift+R)</source>
   <translation>逐条查看待核对的标注 (Ctrl+Shift+R)</translation>
  </message>
  <message>
   <source>Narrowed to {words}; press to show all</source>
   <translation>已限定为 {words}；按下可显示全部</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>复核</translation>
  </message>
  <message>
   <source>Show all marks again</source>
   <translation>重新显示全部标注</translation>
  </message>
  <message>
   <source>Whose marks are shown</source>
   <translation>显示哪些标注</translation>
  </message>
  <message>
   <source>this document</source>
   <translation>本文献</translation>
  </message>
  <message>
   <source>whole archive</source>
   <translation>整个档案库</translation>
  </message>
 </context>
 <context>
  <name>MarkSelectionBar</name>
  <message>
   <source>%1 mark chosen</source>
   <translation>已选 %1 条标注</translation>
  </message>
  <message>
   <source>%1 marks chosen</source>
   <translation>已选 %1 条标注</translation>
  </message>
  <message>
   <source>Add tags to all of them</source>
   <translation>为全部所选标注添加标签</translation>
  </message>
  <message>
   <source>Colour all: {0}</source>
   <translation>全部着色：{0}</translation>
  </message>
  <message>
   <source>Delete marks</source>
   <translation>删除标注</translation>
  </message>
  <message>
   <source>Put these marks into the trash; Ctrl+Z brings them back</source>
   <translation>将这些标注移入回收站；按 Ctrl+Z 可恢复</translation>
  </message>
  <message>
   <source>Tags to add, separated by commas; Enter adds them</source>
   <translation>要添加的标签，以逗号分隔；按回车键添加</translation>
  </message>
 </context>
 <context>
  <name>MarkdownNote</name>
  <message>
   <source>Note</source>
   <translation>笔记</translation>
  </message>
  <message>
   <source>Note as it will look</source>
   <translation>笔记的最终样子</translation>
  </message>
  <message>
   <source>Note, in Markdown (Ctrl+M)</source>
   <translation>笔记，Markdown 格式 (Ctrl+M)</translation>
  </message>
  <message>
   <source>Write a note…</source>
   <translation>写笔记…</translation>
  </message>
 </context>
 <context>
  <name>MarksDesk</name>
  <message>
   <source>%1 %2.</source>
   <translation>%1，%2。</translation>
  </message>
  <message>
   <source>%1 hit was marked</source>
   <translation>已标注 %1 处命中</translation>
  </message>
  <message>
   <source>%1 hits were marked</source>
   <translation>已标注 %1 处命中</translation>
  </message>
  <message>
   <source>All hits are marked already.</source>
   <translation>所有命中都已标注。</translation>
  </message>
  <message>
   <source>Choose a country, party, body or person first.</source>
   <translation>请先选择国家、政党、组织机构或人物。</translation>
  </message>
  <message>
   <source>Go to a hit of a search first, with F3, then mark it.</source>
   <translation>请先按 F3 转到一处搜索命中，再标注它。</translation>
  </message>
  <message>
   <source>Link the mark</source>
   <translation>关联标注</translation>
  </message>
  <message>
   <source>Mark in paragraph %1</source>
   <translation>第 %1 段的标注</translation>
  </message>
  <message>
   <source>Note on the document</source>
   <translation>文献笔记</translation>
  </message>
  <message>
   <source>Note on the entity</source>
   <translation>实体笔记</translation>
  </message>
  <message>
   <source>Search for something first, then mark all that was found.</source>
   <translation>请先搜索，再标注所有命中。</translation>
  </message>
  <message>
   <source>There are no marks in this document.</source>
   <translation>本文献中没有标注。</translation>
  </message>
  <message>
   <source>Whom or what is this mark about?</source>
   <translation>此标注涉及谁或什么？</translation>
  </message>
  <message>
   <source>in %1 document</source>
   <translation>见于 %1 篇文献</translation>
  </message>
  <message>
   <source>in %1 documents</source>
   <translation>见于 %1 篇文献</translation>
  </message>
 </context>
 <context>
  <name>MentionQueueModel</name>
  <message>
   <source>Doubtful</source>
   <translation>存疑</translation>
  </message>
  <message>
   <source>Likely</source>
   <translation>可能</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>未定</translation>
  </message>
  <message>
   <source>Unsure</source>
   <translation>不确定</translation>
  </message>
 </context>
 <context>
  <name>MentionQueuePanel</name>
  <message>
   <source>%1 — suggested</source>
   <translation>%1 — 建议</translation>
  </message>
  <message>
   <source>Accept (A)</source>
   <translation>接受 (A)</translation>
  </message>
  <message>
   <source>Accept that %1 is meant</source>
   <translation>接受所指为 %1</translation>
  </message>
  <message>
   <source>Another entity… (E)</source>
   <translation>其他实体… (E)</translation>
  </message>
  <message>
   <source>Looking for mentions to check…</source>
   <translation>正在查找待核对的提及…</translation>
  </message>
  <message>
   <source>Mentions to review</source>
   <translation>待复核的提及</translation>
  </message>
  <message>
   <source>No mention waits to be checked.</source>
   <translation>没有待核对的提及。</translation>
  </message>
  <message>
   <source>Only the document in front</source>
   <translation>仅当前文献</translation>
  </message>
  <message>
   <source>Reject (R)</source>
   <translation>拒绝 (R)</translation>
  </message>
  <message>
   <source>Review of mentions</source>
   <translation>提及复核</translation>
  </message>
  <message>
   <source>Show in text (T)</source>
   <translation>在文本中显示 (T)</translation>
  </message>
  <message>
   <source>The words around the mention</source>
   <translation>提及前后的文字</translation>
  </message>
  <message>
   <source>Undo (U)</source>
   <translation>撤销 (U)</translation>
  </message>
  <message>
   <source>Who is meant by “%1”?</source>
   <translation>“%1”指的是谁？</translation>
  </message>
  <message>
   <source>Why: %1</source>
   <translation>理由：%1</translation>
  </message>
 </context>
 <context>
  <name>MentionState</name>
  <message>
   <source>accepted</source>
   <translation>已接受</translation>
  </message>
  <message>
   <source>ambiguous</source>
   <translation>有歧义</translation>
  </message>
  <message>
   <source>reassigned</source>
   <translation>已改归</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>已拒绝</translation>
  </message>
  <message>
   <source>suggested</source>
   <translation>建议</translation>
  </message>
 </context>
 <context>
  <name>MentionStepper</name>
  <message>
   <source>Next mention</source>
   <translation>下一处提及</translation>
  </message>
  <message>
   <source>Previous mention</source>
   <translation>上一处提及</translation>
  </message>
  <message>
   <source>{position} of {total}</source>
   <translation>{position} / {total}</translation>
  </message>
  <message>
   <source>{total} mentions</source>
   <translation>{total} 处提及</translation>
  </message>
 </context>
 <context>
  <name>MergeEntitiesDialog</name>
  <message>
   <source>Add another…</source>
   <translation>添加其他…</translation>
  </message>
  <message>
   <source>Add this one</source>
   <translation>添加此项</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>排除</translation>
  </message>
  <message>
   <source>Leave the chosen one as it is</source>
   <translation>保持所选项不变</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>合并</translation>
  </message>
  <message>
   <source>Merge into “%1”</source>
   <translation>合并到“%1”</translation>
  </message>
  <message>
   <source>The others go. Their names, mentions and places, and what you decided, come to the one that stays.</source>
   <translation>其余各项将消失，其名称、提及、位置以及您的判定都归于保留项。</translation>
  </message>
  <message>
   <source>What becomes one</source>
   <translation>要合并的各项</translation>
  </message>
  <message>
   <source>What is the same as “%1”?</source>
   <translation>哪一项与“%1”相同？</translation>
  </message>
  <message>
   <source>Which one stays?</source>
   <translation>保留哪一项？</translation>
  </message>
 </context>
 <context>
  <name>NameColoursDialog</name>
  <message>
   <source>In this archive only. The words appear in menus, in the legend and in what you export.</source>
   <translation>仅用于本档案库。这些文字会出现在菜单、图例和导出内容中。</translation>
  </message>
  <message>
   <source>Save the meanings</source>
   <translation>保存含义</translation>
  </message>
  <message>
   <source>What colours stand for</source>
   <translation>颜色的含义</translation>
  </message>
  <message>
   <source>nothing in particular</source>
   <translation>无特定含义</translation>
  </message>
 </context>
 <context>
  <name>NewEntityDialog</name>
  <message>
   <source>Add to the tree</source>
   <translation>添加到树中</translation>
  </message>
  <message>
   <source>Country</source>
   <translation>国家</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>New entity</source>
   <translation>新建实体</translation>
  </message>
  <message>
   <source>Part of</source>
   <translation>隶属于</translation>
  </message>
  <message>
   <source>The name is looked for in all texts, and what is found appears as mentions. Undo takes it back.</source>
   <translation>会在所有文本中查找该名称，找到的显示为提及。撤销可恢复原状。</translation>
  </message>
  <message>
   <source>Which country does it belong to?</source>
   <translation>它属于哪个国家？</translation>
  </message>
  <message>
   <source>Which organisation is it part of?</source>
   <translation>它隶属于哪个组织？</translation>
  </message>
  <message>
   <source>as it stands in the texts</source>
   <translation>按文本中的写法</translation>
  </message>
 </context>
 <context>
  <name>NewSchemeDialog</name>
  <message>
   <source>Begin</source>
   <translation>初始内容</translation>
  </message>
  <message>
   <source>Drag countries and regions in the tree to sort them your own way. Other schemes stay as they are.</source>
   <translation>在树中拖动国家和地区，即可按自己的方式分类。其他方案保持不变。</translation>
  </message>
  <message>
   <source>Empty: everything without a place</source>
   <translation>空白：全部未归类</translation>
  </message>
  <message>
   <source>Like “%1”</source>
   <translation>与“%1”相同</translation>
  </message>
  <message>
   <source>Make the scheme</source>
   <translation>建立方案</translation>
  </message>
  <message>
   <source>New scheme</source>
   <translation>新建方案</translation>
  </message>
  <message>
   <source>as in: By party family</source>
   <translation>例如：按政党谱系</translation>
  </message>
 </context>
 <context>
  <name>OrderButton</name>
  <message>
   <source>Sort the rows of each level</source>
   <translation>各级行的排序</translation>
  </message>
  <message>
   <source>docs · mentions ▾</source>
   <translation>文献 · 提及 ▾</translation>
  </message>
 </context>
 <context>
  <name>OutcomeModel</name>
  <message>
   <source>Could not be read</source>
   <translation>无法读取</translation>
  </message>
  <message>
   <source>File</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>Held already</source>
   <translation>已存在</translation>
  </message>
  <message>
   <source>Imported, with a remark</source>
   <translation>已导入，有说明</translation>
  </message>
  <message>
   <source>Skipped</source>
   <translation>已跳过</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>处理情况</translation>
  </message>
 </context>
 <context>
  <name>Outline</name>
  <message>
   <source>Headings of the document</source>
   <translation>文献的标题</translation>
  </message>
  <message>
   <source>This document has no headings.</source>
   <translation>此文献没有标题。</translation>
  </message>
 </context>
 <context>
  <name>PageArea</name>
  <message>
   <source>As wide as the window</source>
   <translation>与窗口同宽</translation>
  </message>
  <message>
   <source>Fit page</source>
   <translation>适合页面</translation>
  </message>
  <message>
   <source>Fit width</source>
   <translation>适合宽度</translation>
  </message>
  <message>
   <source>Larger (Ctrl+wheel)</source>
   <translation>放大 (Ctrl+滚轮)</translation>
  </message>
  <message>
   <source>One whole page</source>
   <translation>显示整页</translation>
  </message>
  <message>
   <source>Show all pages in small beside the page</source>
   <translation>在页面旁显示所有页的缩略图</translation>
  </message>
  <message>
   <source>Smaller (Ctrl+wheel)</source>
   <translation>缩小 (Ctrl+滚轮)</translation>
  </message>
  <message>
   <source>Thumbnails</source>
   <translation>缩略图</translation>
  </message>
  <message>
   <source>page {0} ({1} of {2})</source>
   <translation>第 {0} 页（{1} / {2}）</translation>
  </message>
  <message>
   <source>page {0} of {1}</source>
   <translation>第 {0} 页，共 {1} 页</translation>
  </message>
 </context>
 <context>
  <name>PageThumbnails</name>
  <message>
   <source>Pages in small</source>
   <translation>页面缩略图</translation>
  </message>
 </context>
 <context>
  <name>PageView</name>
  <message>
   <source>Pages of the document</source>
   <translation>文献的页面</translation>
  </message>
 </context>
 <context>
  <name>PassageModel</name>
  <message>
   <source>1 document</source>
   <translation>1 篇文献</translation>
  </message>
  <message>
   <source>1 passage</source>
   <translation>1 个片段</translation>
  </message>
  <message>
   <source>{count} documents</source>
   <translation>{count} 篇文献</translation>
  </message>
  <message>
   <source>{count} passages</source>
   <translation>{count} 个片段</translation>
  </message>
 </context>
 <context>
  <name>PassagePair</name>
  <message>
   <source>Former text</source>
   <translation>旧文本</translation>
  </message>
  <message>
   <source>Present text</source>
   <translation>现文本</translation>
  </message>
 </context>
 <context>
  <name>PlanModel</name>
  <message>
   <source>Country</source>
   <translation>国家</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>状态</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>conflicting</source>
   <translation>冲突</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>排除</translation>
  </message>
  <message>
   <source>matching</source>
   <translation>匹配</translation>
  </message>
  <message>
   <source>new</source>
   <translation>新增</translation>
  </message>
 </context>
 <context>
  <name>Program</name>
  <message>
   <source>The language changes as soon as the work in the background has ended.</source>
   <translation>后台工作结束后即切换语言。</translation>
  </message>
 </context>
 <context>
  <name>ReachSwitch</name>
  <message>
   <source>Decide</source>
   <translation>判定</translation>
  </message>
  <message>
   <source>Everywhere (V)</source>
   <translation>所有位置 (V)</translation>
  </message>
  <message>
   <source>Here (H)</source>
   <translation>此处 (H)</translation>
  </message>
  <message>
   <source>This document (D)</source>
   <translation>本文献 (D)</translation>
  </message>
 </context>
 <context>
  <name>ReadAgainDialog</name>
  <message>
   <source>%1 character at the beginning of the file cannot be read in this encoding.</source>
   <translation>按此编码，文件开头有 %1 个字符无法读取。</translation>
  </message>
  <message>
   <source>%1 characters at the beginning of the file cannot be read in this encoding.</source>
   <translation>按此编码，文件开头有 %1 个字符无法读取。</translation>
  </message>
  <message>
   <source>%1 — now</source>
   <translation>%1 — 当前</translation>
  </message>
  <message>
   <source>Choose the encoding in which the words look right. Marks are carried over to the new text.</source>
   <translation>请选择使文字显示正确的编码。标注会转移到新文本。</translation>
  </message>
  <message>
   <source>Encodings</source>
   <translation>编码</translation>
  </message>
  <message>
   <source>First lines in the chosen encoding</source>
   <translation>所选编码下的开头几行</translation>
  </message>
  <message>
   <source>Read again</source>
   <translation>重新读取</translation>
  </message>
  <message>
   <source>Read the document again</source>
   <translation>重新读取文献</translation>
  </message>
 </context>
 <context>
  <name>ReadOnlyDesk</name>
  <message>
   <source>%1 (read only) – Liaison</source>
   <translation>%1（只读） – Liaison</translation>
  </message>
  <message>
   <source>Read only: the archive cannot be written to. Is its drive connected?</source>
   <translation>只读：无法写入档案库。其所在驱动器是否已连接？</translation>
  </message>
  <message>
   <source>Read only: the archive is open in another Liaison window or command.</source>
   <translation>只读：档案库已在另一个 Liaison 窗口或命令中打开。</translation>
  </message>
  <message>
   <source>Read only: the archive or its folder may not be written to.</source>
   <translation>只读：没有写入档案库或其文件夹的权限。</translation>
  </message>
  <message>
   <source>Read only: the disk that holds the archive is full. Make room there.</source>
   <translation>只读：档案库所在磁盘已满。请腾出空间。</translation>
  </message>
 </context>
 <context>
  <name>ReadingChores</name>
  <message>
   <source>A paragraph number, or a page as in p. 34</source>
   <translation>段落编号，或页码，如 p. 34</translation>
  </message>
  <message>
   <source>Go to</source>
   <translation>转到</translation>
  </message>
  <message>
   <source>Select words first, or choose a mark in the panel.</source>
   <translation>请先选中文字，或在面板中选择一条标注。</translation>
  </message>
  <message>
   <source>Select words first, then highlight them.</source>
   <translation>请先选中文字，再高亮。</translation>
  </message>
  <message>
   <source>The mark was deleted.</source>
   <translation>标注已删除。</translation>
  </message>
  <message>
   <source>There is no %1 in this document.</source>
   <translation>此文献中没有 %1。</translation>
  </message>
 </context>
 <context>
  <name>RestoreDialog</name>
  <message>
   <source>Backups</source>
   <translation>备份</translation>
  </message>
  <message>
   <source>Before a large import</source>
   <translation>大批导入之前</translation>
  </message>
  <message>
   <source>Before a list of names was taken in</source>
   <translation>并入名单之前</translation>
  </message>
  <message>
   <source>Before a newer program changed the format</source>
   <translation>新版程序更改格式之前</translation>
  </message>
  <message>
   <source>Before the archive was restored</source>
   <translation>恢复档案库之前</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Daily backup</source>
   <translation>每日备份</translation>
  </message>
  <message>
   <source>Documents</source>
   <translation>文献</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>时间</translation>
  </message>
  <message>
   <source>Made by hand</source>
   <translation>手动备份</translation>
  </message>
  <message>
   <source>Marks</source>
   <translation>标注</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>笔记</translation>
  </message>
  <message>
   <source>One is made each day the archive has changed, and before large imports.</source>
   <translation>档案库有更改的每一天以及大批导入之前都会建立备份。</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>恢复</translation>
  </message>
  <message>
   <source>Restore to a new archive…</source>
   <translation>恢复为新的档案库…</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <source>The damaged archive as it was</source>
   <translation>损坏的档案库原样</translation>
  </message>
  <message>
   <source>There is no backup of %1 yet.</source>
   <translation>还没有“%1”的备份。</translation>
  </message>
  <message>
   <source>To which state shall %1 go back?</source>
   <translation>要将“%1”恢复到哪个状态？</translation>
  </message>
  <message>
   <source>What the archive is now is kept as one more backup first, so that this can be taken back.</source>
   <translation>会先将档案库的当前状态另存为一个备份，因此可以反悔。</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>原因</translation>
  </message>
  <message>
   <source>unreadable</source>
   <translation>无法读取</translation>
  </message>
 </context>
 <context>
  <name>ReviewDesk</name>
  <message>
   <source>%1 mark moved with its text.</source>
   <translation>%1 条标注已随文本移位。</translation>
  </message>
  <message>
   <source>%1 mark waits for your eye.</source>
   <translation>%1 条标注待您核对。</translation>
  </message>
  <message>
   <source>%1 marks moved with their texts.</source>
   <translation>%1 条标注已随文本移位。</translation>
  </message>
  <message>
   <source>%1 marks wait for your eye.</source>
   <translation>%1 条标注待您核对。</translation>
  </message>
  <message>
   <source>Select the words in “%1” first, then place the mark.</source>
   <translation>请先在“%1”中选中文字，再放置标注。</translation>
  </message>
  <message>
   <source>Select the words this mark belongs to: “%1”</source>
   <translation>请选中此标注所属的文字：“%1”</translation>
  </message>
 </context>
 <context>
  <name>ReviewFrame</name>
  <message>
   <source>%1 of %2</source>
   <translation>%1 / %2</translation>
  </message>
  <message>
   <source>Back (←)</source>
   <translation>上一条 (←)</translation>
  </message>
  <message>
   <source>Back to reading</source>
   <translation>返回阅读</translation>
  </message>
  <message>
   <source>Back to reading (Esc)</source>
   <translation>返回阅读 (Esc)</translation>
  </message>
  <message>
   <source>Skip (→)</source>
   <translation>跳过 (→)</translation>
  </message>
 </context>
 <context>
  <name>ReviewModel</name>
  <message>
   <source>Lost</source>
   <translation>丢失</translation>
  </message>
  <message>
   <source>Please check</source>
   <translation>待核对</translation>
  </message>
 </context>
 <context>
  <name>ReviewPanel</name>
  <message>
   <source>%1 of %2</source>
   <translation>%1 / %2</translation>
  </message>
  <message>
   <source>Accept (A)</source>
   <translation>接受 (A)</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>之前</translation>
  </message>
  <message>
   <source>Every mark has its place. Nothing waits to be checked.</source>
   <translation>每条标注都有其位置，没有待核对的内容。</translation>
  </message>
  <message>
   <source>Keep as lost (L)</source>
   <translation>保留为丢失 (L)</translation>
  </message>
  <message>
   <source>Lost: these words are not in the new text</source>
   <translation>丢失：新文本中没有这些文字</translation>
  </message>
  <message>
   <source>Marks to review</source>
   <translation>待复核的标注</translation>
  </message>
  <message>
   <source>Next place (N)</source>
   <translation>下一位置 (N)</translation>
  </message>
  <message>
   <source>Now</source>
   <translation>现在</translation>
  </message>
  <message>
   <source>Now: no place resembles it</source>
   <translation>现在：没有相似的位置</translation>
  </message>
  <message>
   <source>Place by hand… (H)</source>
   <translation>手动放置… (H)</translation>
  </message>
  <message>
   <source>Please check where this belongs</source>
   <translation>请核对其所在位置</translation>
  </message>
  <message>
   <source>Previous place (P)</source>
   <translation>上一位置 (P)</translation>
  </message>
  <message>
   <source>Review of marks</source>
   <translation>标注复核</translation>
  </message>
  <message>
   <source>agrees %1 %</source>
   <translation>吻合 %1 %</translation>
  </message>
  <message>
   <source>p. %1</source>
   <translation>第 %1 页</translation>
  </message>
 </context>
 <context>
  <name>SchemeButton</name>
  <message>
   <source>Also show what no text mentions</source>
   <translation>同时显示没有文本提及的项</translation>
  </message>
  <message>
   <source>Delete this scheme</source>
   <translation>删除此方案</translation>
  </message>
  <message>
   <source>How countries are sorted into regions</source>
   <translation>国家如何划分到地区</translation>
  </message>
  <message>
   <source>New region…</source>
   <translation>新建地区…</translation>
  </message>
  <message>
   <source>New scheme…</source>
   <translation>新建方案…</translation>
  </message>
  <message>
   <source>Rename this scheme…</source>
   <translation>重命名此方案…</translation>
  </message>
  <message>
   <source>Scheme of regions</source>
   <translation>地区划分方案</translation>
  </message>
 </context>
 <context>
  <name>SchemeDesk</name>
  <message>
   <source>Move here</source>
   <translation>移到此处</translation>
  </message>
  <message>
   <source>Name of the region</source>
   <translation>地区名称</translation>
  </message>
  <message>
   <source>Name of the scheme</source>
   <translation>方案名称</translation>
  </message>
  <message>
   <source>New region</source>
   <translation>新建地区</translation>
  </message>
  <message>
   <source>Rename the scheme</source>
   <translation>重命名方案</translation>
  </message>
  <message>
   <source>The region “%1” was removed; nothing that stood in it is lost.</source>
   <translation>已移除地区“%1”；其中的内容没有丢失。</translation>
  </message>
  <message>
   <source>The scheme “%1” was deleted.</source>
   <translation>已删除方案“%1”。</translation>
  </message>
  <message>
   <source>This scheme has no regions yet. Make one with “New region…” first.</source>
   <translation>此方案还没有地区。请先用“新建地区…”建立一个。</translation>
  </message>
  <message>
   <source>To the top</source>
   <translation>移到顶层</translation>
  </message>
  <message>
   <source>Which region does %1 belong in?</source>
   <translation>%1 属于哪个地区？</translation>
  </message>
  <message>
   <source>Without a place</source>
   <translation>未归类</translation>
  </message>
  <message>
   <source>these {0} rows</source>
   <translation>这 {0} 行</translation>
  </message>
 </context>
 <context>
  <name>Schemes</name>
  <message>
   <source>Founding texts</source>
   <translation>奠基文本</translation>
  </message>
  <message>
   <source>UN M49</source>
   <translation>联合国 M49</translation>
  </message>
 </context>
 <context>
  <name>SearchDesk</name>
  <message>
   <source>Save all hits</source>
   <translation>保存全部命中</translation>
  </message>
  <message>
   <source>Table (*.csv)</source>
   <translation>表格 (*.csv)</translation>
  </message>
  <message>
   <source>The lines were saved in %1.</source>
   <translation>各行已保存到 %1。</translation>
  </message>
 </context>
 <context>
  <name>SearchField</name>
  <message>
   <source>Search all texts, notes and tags…</source>
   <translation>搜索所有文本、笔记和标签…</translation>
  </message>
  <message>
   <source>Search everywhere</source>
   <translation>全局搜索</translation>
  </message>
  <message>
   <source>Search everywhere ({keys})</source>
   <translation>全局搜索 ({keys})</translation>
  </message>
 </context>
 <context>
  <name>SearchFilters</name>
  <message>
   <source>Choose a row of the tree to search only there</source>
   <translation>在树中选择一行，只在其中搜索</translation>
  </message>
  <message>
   <source>Clear all</source>
   <translation>全部清除</translation>
  </message>
  <message>
   <source>Narrow ▾</source>
   <translation>限定 ▾</translation>
  </message>
  <message>
   <source>Only about “{name}”</source>
   <translation>仅限“{name}”</translation>
  </message>
  <message>
   <source>Search only in some years, languages, regions, …</source>
   <translation>只在某些年份、语言、地区等范围内搜索</translation>
  </message>
  <message>
   <source>Show only these: {words}</source>
   <translation>只显示：{words}</translation>
  </message>
  <message>
   <source>Years…</source>
   <translation>年份…</translation>
  </message>
  <message>
   <source>about: {name}</source>
   <translation>关于：{name}</translation>
  </message>
  <message>
   <source>country</source>
   <translation>国家</translation>
  </message>
  <message>
   <source>kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>region</source>
   <translation>地区</translation>
  </message>
  <message>
   <source>tag</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>year: {first}</source>
   <translation>年份：{first}</translation>
  </message>
  <message>
   <source>years: from {first} on</source>
   <translation>年份：{first} 年起</translation>
  </message>
  <message>
   <source>years: up to {last}</source>
   <translation>年份：至 {last} 年</translation>
  </message>
  <message>
   <source>years: {first} to {last}</source>
   <translation>年份：{first}–{last}</translation>
  </message>
  <message>
   <source>{field}: {value}</source>
   <translation>{field}：{value}</translation>
  </message>
  <message>
   <source>{words}; press to take this filter away</source>
   <translation>{words}；点按可移除此条件</translation>
  </message>
 </context>
 <context>
  <name>SearchPanel</name>
  <message>
   <source>Did you mean “{query}”?</source>
   <translation>您是否要找“{query}”？</translation>
  </message>
  <message>
   <source>Explain</source>
   <translation>解释</translation>
  </message>
  <message>
   <source>Nothing found for “{query}” with these filters.</source>
   <translation>在这些条件下没有找到“{query}”。</translation>
  </message>
  <message>
   <source>Nothing found for “{query}”. Try fewer words, another spelling, or the beginning of one: peac*</source>
   <translation>没有找到“{query}”。请减少词语、换用其他拼写，或只输入词首：peac*</translation>
  </message>
  <message>
   <source>Passages</source>
   <translation>片段</translation>
  </message>
  <message>
   <source>Passages found</source>
   <translation>找到的片段</translation>
  </message>
  <message>
   <source>Read as: {words}</source>
   <translation>解读为：{words}</translation>
  </message>
  <message>
   <source>Say in full what the query was read as</source>
   <translation>完整说明查询的解读方式</translation>
  </message>
  <message>
   <source>Search without filters</source>
   <translation>不限条件搜索</translation>
  </message>
  <message>
   <source>Searching for “{query}”…</source>
   <translation>正在搜索“{query}”…</translation>
  </message>
  <message>
   <source>The archive has changed: search again</source>
   <translation>档案库已变化：重新搜索</translation>
  </message>
  <message>
   <source>Type words in the field above.</source>
   <translation>请在上方输入文字。</translation>
  </message>
  <message>
   <source>read as: {words} · {time} ms</source>
   <translation>解读为：{words} · {time} 毫秒</translation>
  </message>
  <message>
   <source>{passages} in {documents}</source>
   <translation>{documents}中的 {passages}</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>As the system</source>
   <translation>跟随系统</translation>
  </message>
  <message>
   <source>Backups kept</source>
   <translation>保留的备份数</translation>
  </message>
  <message>
   <source>Beside the archive</source>
   <translation>档案库旁边</translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation>选择…</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>深色</translation>
  </message>
  <message>
   <source>Folder of backups</source>
   <translation>备份文件夹</translation>
  </message>
  <message>
   <source>Font of documents</source>
   <translation>文献字体</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>高对比度</translation>
  </message>
  <message>
   <source>How many backups of each kind are kept</source>
   <translation>每种备份各保留多少个</translation>
  </message>
  <message>
   <source>Language of the interface</source>
   <translation>界面语言</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>浅色</translation>
  </message>
  <message>
   <source>Line height</source>
   <translation>行高</translation>
  </message>
  <message>
   <source>Open the last archive at the start</source>
   <translation>启动时打开上次的档案库</translation>
  </message>
  <message>
   <source>Save settings</source>
   <translation>保存设置</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <source>Size of documents</source>
   <translation>文献字号</translation>
  </message>
  <message>
   <source>Use this font for documents</source>
   <translation>文献使用此字体</translation>
  </message>
  <message>
   <source>Widest line</source>
   <translation>最大行宽</translation>
  </message>
  <message>
   <source>none</source>
   <translation>无</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsDialog</name>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>键盘快捷键</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>按键</translation>
  </message>
  <message>
   <source>What it does</source>
   <translation>功能</translation>
  </message>
 </context>
 <context>
  <name>SourceClass</name>
  <message>
   <source>archive document</source>
   <translation>档案文件</translation>
  </message>
  <message>
   <source>counterpart party</source>
   <translation>对方政党</translation>
  </message>
  <message>
   <source>foreign media</source>
   <translation>外国媒体</translation>
  </message>
  <message>
   <source>foreign op-ed</source>
   <translation>外国评论文章</translation>
  </message>
  <message>
   <source>official media</source>
   <translation>官方媒体</translation>
  </message>
  <message>
   <source>official organ</source>
   <translation>官方机构</translation>
  </message>
  <message>
   <source>other</source>
   <translation>其他</translation>
  </message>
  <message>
   <source>sample</source>
   <translation>示例</translation>
  </message>
  <message>
   <source>scholarship</source>
   <translation>学术著作</translation>
  </message>
  <message>
   <source>signed by an official</source>
   <translation>官员署名</translation>
  </message>
 </context>
 <context>
  <name>SplitEntityDialog</name>
  <message>
   <source>Name of the new one</source>
   <translation>新项名称</translation>
  </message>
  <message>
   <source>Names</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>拆分</translation>
  </message>
  <message>
   <source>Split them off</source>
   <translation>拆分出去</translation>
  </message>
  <message>
   <source>The names ticked go to a new one of the same kind and country. Some must stay.</source>
   <translation>勾选的名称归入同类型、同国家的新项。必须保留一部分。</translation>
  </message>
  <message>
   <source>Which names of “%1” mean another one?</source>
   <translation>“%1”的哪些名称指的是另一个？</translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>An archive is one file on your machine. It holds your documents, your marks and your notes; nothing leaves this machine.</source>
   <translation>档案库是您电脑上的一个文件，保存您的文献、标注和笔记；任何内容都不会离开这台电脑。</translation>
  </message>
  <message>
   <source>Makes a small archive of texts written for this program</source>
   <translation>用专为本程序撰写的文本建立一个小型档案库</translation>
  </message>
  <message>
   <source>New archive…</source>
   <translation>新建档案库…</translation>
  </message>
  <message>
   <source>Open archive…</source>
   <translation>打开档案库…</translation>
  </message>
  <message>
   <source>Read, mark and quote the papers of party diplomacy</source>
   <translation>阅读、标注和引用政党外交文献</translation>
  </message>
  <message>
   <source>Recent archives</source>
   <translation>最近的档案库</translation>
  </message>
  <message>
   <source>Try the sample</source>
   <translation>试用示例</translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message>
   <source>%1 document</source>
   <translation>%1 篇文献</translation>
  </message>
  <message>
   <source>%1 documents</source>
   <translation>%1 篇文献</translation>
  </message>
  <message>
   <source>%1 mark</source>
   <translation>%1 条标注</translation>
  </message>
  <message>
   <source>%1 marks</source>
   <translation>%1 条标注</translation>
  </message>
  <message>
   <source>%1 mention</source>
   <translation>%1 处提及</translation>
  </message>
  <message>
   <source>%1 mentions</source>
   <translation>%1 处提及</translation>
  </message>
  <message>
   <source>%1: %2 of %3</source>
   <translation>%1：%2 / %3</translation>
  </message>
  <message>
   <source>%2 of %3</source>
   <translation>%2 / %3</translation>
  </message>
  <message>
   <source>, about %1 minute left</source>
   <translation>，约剩 %1 分钟</translation>
  </message>
  <message>
   <source>, about %1 minutes left</source>
   <translation>，约剩 %1 分钟</translation>
  </message>
  <message>
   <source>, about %1 second left</source>
   <translation>，约剩 %1 秒</translation>
  </message>
  <message>
   <source>, about %1 seconds left</source>
   <translation>，约剩 %1 秒</translation>
  </message>
  <message>
   <source>All changes saved</source>
   <translation>所有更改均已保存</translation>
  </message>
  <message>
   <source>Progress of the running job</source>
   <translation>当前任务进度</translation>
  </message>
  <message>
   <source>Read only</source>
   <translation>只读</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
 </context>
 <context>
  <name>Strip</name>
  <message>
   <source>%1 hit</source>
   <translation>%1 处命中</translation>
  </message>
  <message>
   <source>%1 hits</source>
   <translation>%1 处命中</translation>
  </message>
  <message>
   <source>%1 mark</source>
   <translation>%1 条标注</translation>
  </message>
  <message>
   <source>%1 marks</source>
   <translation>%1 条标注</translation>
  </message>
  <message>
   <source>Marks on the left, hits on the right. Click to go there.</source>
   <translation>左侧为标注，右侧为命中。点按即可转到。</translation>
  </message>
  <message>
   <source>Places of marks and hits</source>
   <translation>标注和命中的位置</translation>
  </message>
 </context>
 <context>
  <name>TagField</name>
  <message>
   <source>Tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>Tags, separated by commas</source>
   <translation>标签，以逗号分隔</translation>
  </message>
 </context>
 <context>
  <name>TagsPanel</name>
  <message>
   <source>Add a code to the codebook (Ctrl+Ins)</source>
   <translation>向编码本添加代码 (Ctrl+Ins)</translation>
  </message>
  <message>
   <source>Drag a code below another one; with Ctrl held the two become one</source>
   <translation>将代码拖到另一个之下；按住 Ctrl 则将两者合并</translation>
  </message>
  <message>
   <source>Filter tags…</source>
   <translation>筛选标签…</translation>
  </message>
  <message>
   <source>New code…</source>
   <translation>新建代码…</translation>
  </message>
  <message>
   <source>No tag holds these words.</source>
   <translation>没有标签包含这些文字。</translation>
  </message>
  <message>
   <source>No tags yet. Give a mark some in the panel of annotations, or begin with the codebook.</source>
   <translation>还没有标签。请在标注面板中为标注添加标签，或先编写编码本。</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>标签</translation>
  </message>
 </context>
 <context>
  <name>TextMenu</name>
  <message>
   <source>Change to {0}</source>
   <translation>改为{0}</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <source>Edit note and tags…</source>
   <translation>编辑笔记和标签…</translation>
  </message>
  <message>
   <source>Let the active mark cover the selection</source>
   <translation>使当前标注覆盖所选文字</translation>
  </message>
  <message>
   <source>Mark all {0} hits</source>
   <translation>标注全部 {0} 处命中</translation>
  </message>
  <message>
   <source>Mark in {0}</source>
   <translation>标注为{0}</translation>
  </message>
  <message>
   <source>Mark this hit</source>
   <translation>标注此命中</translation>
  </message>
  <message>
   <source>Mark “{0}”</source>
   <translation>标注“{0}”</translation>
  </message>
  <message>
   <source>New entity from these words…</source>
   <translation>以这些文字新建实体…</translation>
  </message>
  <message>
   <source>Remove mark</source>
   <translation>移除标注</translation>
  </message>
  <message>
   <source>Search everywhere for “{0}”</source>
   <translation>全局搜索“{0}”</translation>
  </message>
  <message>
   <source>“{0}” is wrong…</source>
   <translation>“{0}”有误…</translation>
  </message>
 </context>
 <context>
  <name>TextView</name>
  <message>
   <source>Text of the document</source>
   <translation>文献正文</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message>
   <source>Take it back (Ctrl+Z)</source>
   <translation>恢复原状 (Ctrl+Z)</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>撤销</translation>
  </message>
 </context>
 <context>
  <name>TrashedMarksDialog</name>
  <message>
   <source>Choose the marks that are to come back.</source>
   <translation>请选择要恢复的标注。</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <source>Deleted marks</source>
   <translation>已删除的标注</translation>
  </message>
  <message>
   <source>Deleted marks, the newest first</source>
   <translation>已删除的标注，最新在前</translation>
  </message>
  <message>
   <source>No mark lies in the trash.</source>
   <translation>回收站中没有标注。</translation>
  </message>
  <message>
   <source>Put back</source>
   <translation>恢复</translation>
  </message>
 </context>
 <context>
  <name>TreeDesk</name>
  <message>
   <source> and </source>
   <translation> 且 </translation>
  </message>
  <message>
   <source> or </source>
   <translation> 或 </translation>
  </message>
  <message>
   <source>tag: %1</source>
   <translation>标签：%1</translation>
  </message>
 </context>
 <context>
  <name>TreeMenu</name>
  <message>
   <source>Add a name…</source>
   <translation>添加名称…</translation>
  </message>
  <message>
   <source>Hide</source>
   <translation>隐藏</translation>
  </message>
  <message>
   <source>Merge these {0}…</source>
   <translation>合并这 {0} 项…</translation>
  </message>
  <message>
   <source>Merge with…</source>
   <translation>合并…</translation>
  </message>
  <message>
   <source>Move down</source>
   <translation>下移</translation>
  </message>
  <message>
   <source>Move to region…</source>
   <translation>移到地区…</translation>
  </message>
  <message>
   <source>Move under…</source>
   <translation>移到…之下</translation>
  </message>
  <message>
   <source>Move up</source>
   <translation>上移</translation>
  </message>
  <message>
   <source>New entity here…</source>
   <translation>在此新建实体…</translation>
  </message>
  <message>
   <source>New region here…</source>
   <translation>在此新建地区…</translation>
  </message>
  <message>
   <source>Remove a name…</source>
   <translation>移除名称…</translation>
  </message>
  <message>
   <source>Remove the region</source>
   <translation>移除地区</translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation>重命名…</translation>
  </message>
  <message>
   <source>Show something hidden…</source>
   <translation>显示隐藏项…</translation>
  </message>
  <message>
   <source>Split…</source>
   <translation>拆分…</translation>
  </message>
 </context>
 <context>
  <name>TreeModel</name>
  <message>
   <source>{name}: {mentions} mentions in {documents} documents</source>
   <translation>{name}：{documents} 篇文献中的 {mentions} 处提及</translation>
  </message>
 </context>
 <context>
  <name>TreePanel</name>
  <message>
   <source>%1 mention to check…</source>
   <translation>%1 处提及待核对…</translation>
  </message>
  <message>
   <source>%1 mentions to check…</source>
   <translation>%1 处提及待核对…</translation>
  </message>
  <message>
   <source>By name</source>
   <translation>按名称</translation>
  </message>
  <message>
   <source>Filter names…</source>
   <translation>筛选名称…</translation>
  </message>
  <message>
   <source>Go through the mentions that nobody has decided on</source>
   <translation>逐条查看尚未判定的提及</translation>
  </message>
  <message>
   <source>Import files…</source>
   <translation>导入文件…</translation>
  </message>
  <message>
   <source>In the scheme's order</source>
   <translation>按方案顺序</translation>
  </message>
  <message>
   <source>Most documents first</source>
   <translation>文献数降序</translation>
  </message>
  <message>
   <source>Most mentions first</source>
   <translation>提及数降序</translation>
  </message>
  <message>
   <source>No documents yet. Import files or drag them here.</source>
   <translation>还没有文献。请导入文件或拖放到此处。</translation>
  </message>
  <message>
   <source>No name in the tree holds these words.</source>
   <translation>树中没有名称包含这些文字。</translation>
  </message>
  <message>
   <source>Regions, countries, parties and bodies</source>
   <translation>地区、国家、政党和组织机构</translation>
  </message>
  <message>
   <source>Rows can be moved when they are sorted in the scheme's order. Change that at the tree's foot.</source>
   <translation>按方案顺序排列时才能移动各行。请在树的底部更改排序。</translation>
  </message>
 </context>
 <context>
  <name>TreeSwitches</name>
  <message>
   <source>%1 chosen</source>
   <translation>已选 %1 项</translation>
  </message>
  <message>
   <source>All</source>
   <translation>全部</translation>
  </message>
  <message>
   <source>Any</source>
   <translation>任一</translation>
  </message>
  <message>
   <source>Count only the documents that the search has found</source>
   <translation>只统计搜索找到的文献</translation>
  </message>
  <message>
   <source>Documents that mention at least one of the chosen rows</source>
   <translation>提及至少一个所选行的文献</translation>
  </message>
  <message>
   <source>Documents that mention every one of the chosen rows</source>
   <translation>提及所有所选行的文献</translation>
  </message>
  <message>
   <source>Only in what is found · %1</source>
   <translation>仅限搜索结果 · %1</translation>
  </message>
 </context>
 <context>
  <name>UndoStack</name>
  <message>
   <source>A large change is still being undone or redone. Try again when that is done.</source>
   <translation>仍在撤销或重做一项大的更改。请在完成后重试。</translation>
  </message>
 </context>
 <context>
  <name>VerbButtons</name>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
 </context>
 <context>
  <name>ViewTabs</name>
  <message>
   <source>Close (Ctrl+W)</source>
   <translation>关闭 (Ctrl+W)</translation>
  </message>
  <message>
   <source>Close this document</source>
   <translation>关闭此文献</translation>
  </message>
  <message>
   <source>Open documents</source>
   <translation>打开的文献</translation>
  </message>
 </context>
 <context>
  <name>WindowChores</name>
  <message>
   <source>Colour of marks</source>
   <translation>标注颜色</translation>
  </message>
  <message>
   <source>Command</source>
   <translation>命令</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>文献</translation>
  </message>
  <message>
   <source>Leave the search, clear the hits</source>
   <translation>退出搜索，清除命中</translation>
  </message>
  <message>
   <source>Open a second document to read two side by side.</source>
   <translation>再打开一篇文献，即可并排阅读。</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>标签</translation>
  </message>
 </context>
 <context>
  <name>Wiring</name>
  <message>
   <source>The document was deleted.</source>
   <translation>文献已删除。</translation>
  </message>
  <message>
   <source>The mark was deleted.</source>
   <translation>标注已删除。</translation>
  </message>
  <message>
   <source>Undoing or redoing “%1”; you can go on reading.</source>
   <translation>正在撤销或重做“%1”；您可以继续阅读。</translation>
  </message>
 </context>
 <context>
  <name>WriteNoteDialog</name>
  <message>
   <source>Preview</source>
   <translation>预览</translation>
  </message>
  <message>
   <source>Save the note</source>
   <translation>保存笔记</translation>
  </message>
  <message>
   <source>Save the note (Ctrl+Return)</source>
   <translation>保存笔记 (Ctrl+Return)</translation>
  </message>
  <message>
   <source>Show how the note will look (Ctrl+P)</source>
   <translation>显示笔记的最终样子 (Ctrl+P)</translation>
  </message>
 </context>
 <context>
  <name>YearChart</name>
  <message>
   <source>Documents by year</source>
   <translation>各年文献数</translation>
  </message>
 </context>
 <context>
  <name>YearsButton</name>
  <message>
   <source>How many of the documents found are of which year; press a year to see only it</source>
   <translation>找到的文献按年份的数量；点按某年可只看该年</translation>
  </message>
  <message>
   <source>Years ▾</source>
   <translation>年份 ▾</translation>
  </message>
 </context>
 <context>
  <name>YearsDialog</name>
  <message>
   <source>A document counts when one of its dates lies in these years. Leave a field empty for no limit.</source>
   <translation>文献的任一日期落在这些年份内即计入。留空表示不限。</translation>
  </message>
  <message>
   <source>From the year</source>
   <translation>起始年份</translation>
  </message>
  <message>
   <source>Only documents of some years</source>
   <translation>只限某些年份的文献</translation>
  </message>
  <message>
   <source>To the year</source>
   <translation>终止年份</translation>
  </message>
  <message>
   <source>Use these years</source>
   <translation>使用这些年份</translation>
  </message>
  <message>
   <source>any</source>
   <translation>不限</translation>
  </message>
 </context>
 <context>
  <name>_Popup</name>
  <message>
   <source>%1 documents</source>
   <translation>%1 篇文献</translation>
  </message>
  <message>
   <source>1 document</source>
   <translation>1 篇文献</translation>
  </message>
  <message>
   <source>All years</source>
   <translation>所有年份</translation>
  </message>
  <message>
   <source>Documents found by year</source>
   <translation>按年份统计的文献</translation>
  </message>
  <message>
   <source>Documents found by year: {words}</source>
   <translation>按年份统计的文献：{words}</translation>
  </message>
  <message>
   <source>From … to …</source>
   <translation>从…到…</translation>
  </message>
 </context>
 <context>
  <name>_ReportDialog</name>
  <message>
   <source>Copy the report</source>
   <translation>复制报告</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>报告</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>&amp;About Liaison</source>
   <translation>关于 Liaison(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Annotate</source>
   <translation>标注(&amp;A)</translation>
  </message>
  <message>
   <source>&amp;Back</source>
   <translation>后退(&amp;B)</translation>
  </message>
  <message>
   <source>&amp;Back up now</source>
   <translation>立即备份(&amp;B)</translation>
  </message>
  <message>
   <source>&amp;Check the archive</source>
   <translation>检查档案库(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Close archive</source>
   <translation>关闭档案库(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Close the document</source>
   <translation>关闭文献(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Commands</source>
   <translation>命令(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation>复制(&amp;C)</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>编辑(&amp;E)</translation>
  </message>
  <message>
   <source>&amp;Export notes…</source>
   <translation>导出笔记(&amp;E)…</translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation>文件(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Find in the document</source>
   <translation>在文献中查找(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Forward</source>
   <translation>前进(&amp;F)</translation>
  </message>
  <message>
   <source>&amp;Go</source>
   <translation>转到(&amp;G)</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>帮助(&amp;H)</translation>
  </message>
  <message>
   <source>&amp;Import files…</source>
   <translation>导入文件(&amp;I)…</translation>
  </message>
  <message>
   <source>&amp;Keyboard shortcuts</source>
   <translation>键盘快捷键(&amp;K)</translation>
  </message>
  <message>
   <source>&amp;New archive…</source>
   <translation>新建档案库(&amp;N)…</translation>
  </message>
  <message>
   <source>&amp;Next hit</source>
   <translation>下一处命中(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Next panel</source>
   <translation>下一个面板(&amp;N)</translation>
  </message>
  <message>
   <source>&amp;Open archive…</source>
   <translation>打开档案库(&amp;O)…</translation>
  </message>
  <message>
   <source>&amp;Previous hit</source>
   <translation>上一处命中(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Put all panels back</source>
   <translation>重置所有面板(&amp;P)</translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation>退出(&amp;Q)</translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation>重做(&amp;R)</translation>
  </message>
  <message>
   <source>&amp;Report a problem…</source>
   <translation>报告问题(&amp;R)…</translation>
  </message>
  <message>
   <source>&amp;Review marks…</source>
   <translation>复核标注(&amp;R)…</translation>
  </message>
  <message>
   <source>&amp;Settings…</source>
   <translation>设置(&amp;S)…</translation>
  </message>
  <message>
   <source>&amp;Take in notes…</source>
   <translation>并入笔记(&amp;T)…</translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation>撤销(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;Usual size</source>
   <translation>实际大小(&amp;U)</translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation>视图(&amp;V)</translation>
  </message>
  <message>
   <source>A&amp;rchive</source>
   <translation>档案库(&amp;R)</translation>
  </message>
  <message>
   <source>Check for changed &amp;files…</source>
   <translation>检查文件更改(&amp;F)…</translation>
  </message>
  <message>
   <source>De&amp;leted marks…</source>
   <translation>已删除的标注(&amp;L)…</translation>
  </message>
  <message>
   <source>Go to &amp;paragraph or page…</source>
   <translation>转到段落或页面(&amp;P)…</translation>
  </message>
  <message>
   <source>Highlight</source>
   <translation>高亮</translation>
  </message>
  <message>
   <source>Highlight &amp;all hits of the search</source>
   <translation>高亮搜索的全部命中(&amp;A)</translation>
  </message>
  <message>
   <source>Highlight in blue</source>
   <translation>蓝色高亮</translation>
  </message>
  <message>
   <source>Highlight in green</source>
   <translation>绿色高亮</translation>
  </message>
  <message>
   <source>Highlight in rose</source>
   <translation>玫瑰色高亮</translation>
  </message>
  <message>
   <source>Highlight the current &amp;hit</source>
   <translation>高亮当前命中(&amp;H)</translation>
  </message>
  <message>
   <source>Import a &amp;folder…</source>
   <translation>导入文件夹(&amp;F)…</translation>
  </message>
  <message>
   <source>Import an a&amp;uthority list…</source>
   <translation>导入规范名单(&amp;U)…</translation>
  </message>
  <message>
   <source>Import p&amp;rogress</source>
   <translation>导入进度(&amp;R)</translation>
  </message>
  <message>
   <source>Make the &amp;index anew</source>
   <translation>重建索引(&amp;I)</translation>
  </message>
  <message>
   <source>Move to the other &amp;side</source>
   <translation>移到另一侧(&amp;S)</translation>
  </message>
  <message>
   <source>Next &amp;document tab</source>
   <translation>下一个文献标签页(&amp;D)</translation>
  </message>
  <message>
   <source>Next &amp;mark</source>
   <translation>下一条标注(&amp;M)</translation>
  </message>
  <message>
   <source>Note on the &amp;document…</source>
   <translation>文献笔记(&amp;D)…</translation>
  </message>
  <message>
   <source>Note on the &amp;entity…</source>
   <translation>实体笔记(&amp;E)…</translation>
  </message>
  <message>
   <source>P&amp;revious panel</source>
   <translation>上一个面板(&amp;R)</translation>
  </message>
  <message>
   <source>Pre&amp;vious mark</source>
   <translation>上一条标注(&amp;V)</translation>
  </message>
  <message>
   <source>Read the document again &amp;as…</source>
   <translation>按其他编码重新读取文献(&amp;A)…</translation>
  </message>
  <message>
   <source>Restore a &amp;backup…</source>
   <translation>恢复备份(&amp;B)…</translation>
  </message>
  <message>
   <source>Review &amp;mentions…</source>
   <translation>复核提及(&amp;M)…</translation>
  </message>
  <message>
   <source>Sal&amp;vage a damaged archive…</source>
   <translation>抢救损坏的档案库(&amp;V)…</translation>
  </message>
  <message>
   <source>Save a cop&amp;y elsewhere…</source>
   <translation>另存副本(&amp;Y)…</translation>
  </message>
  <message>
   <source>Search &amp;everywhere</source>
   <translation>全局搜索(&amp;E)</translation>
  </message>
  <message>
   <source>Take in the &amp;newer authority file…</source>
   <translation>并入较新的规范档(&amp;N)…</translation>
  </message>
  <message>
   <source>Try the &amp;sample</source>
   <translation>试用示例(&amp;S)</translation>
  </message>
  <message>
   <source>User &amp;guide</source>
   <translation>用户指南(&amp;G)</translation>
  </message>
  <message>
   <source>What &amp;colours stand for…</source>
   <translation>颜色的含义(&amp;C)…</translation>
  </message>
  <message>
   <source>What is &amp;new</source>
   <translation>新增功能(&amp;N)</translation>
  </message>
  <message>
   <source>Write a &amp;note</source>
   <translation>写笔记(&amp;N)</translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation>放大(&amp;I)</translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation>缩小(&amp;O)</translation>
  </message>
 </context>
 <context>
  <name>lists</name>
  <message>
   <source>, </source>
   <translation>，</translation>
  </message>
  <message>
   <source>.</source>
   <translation>。</translation>
  </message>
  <message>
   <source>; </source>
   <translation>；</translation>
  </message>
 </context>
 <context>
  <name>messages</name>
  <message>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
 </context>
 <context>
  <name>storage</name>
  <message>
   <source> (line {lineno})</source>
   <translation>（第 {lineno} 行）</translation>
  </message>
  <message>
   <source>1 document</source>
   <translation>1 篇文献</translation>
  </message>
  <message>
   <source>1 note</source>
   <translation>1 条笔记</translation>
  </message>
  <message>
   <source>A bracket has no partner and was left out.</source>
   <translation>有一个括号不成对，已略去。</translation>
  </message>
  <message>
   <source>A code cannot be merged with itself. Choose another one.</source>
   <translation>代码不能与自身合并。请选择另一个。</translation>
  </message>
  <message>
   <source>A code needs a name.</source>
   <translation>代码需要名称。</translation>
  </message>
  <message>
   <source>A name needs at least one letter.</source>
   <translation>名称至少需要一个字母或汉字。</translation>
  </message>
  <message>
   <source>A part of the file is encrypted with a password. Save it without one, and import it again.</source>
   <translation>文件的一部分用密码加密。请去除密码另存后重新导入。</translation>
  </message>
  <message>
   <source>A part of the file is no XML ({error}). Get another copy of it.</source>
   <translation>文件的一部分不是 XML（{error}）。请另取一份副本。</translation>
  </message>
  <message>
   <source>A part of the file is no XML. Get another copy of it.</source>
   <translation>文件的一部分不是 XML。请另取一份副本。</translation>
  </message>
  <message>
   <source>A part of {path} or of its index cannot be read ({error}). Check the archive and let its index be repaired; if that does not help, restore a backup.</source>
   <translation>无法读取 {path} 或其索引的一部分（{error}）。请检查档案库并修复其索引；如仍无效，请恢复备份。</translation>
  </message>
  <message>
   <source>A quotation mark has no partner; the words behind it were read one by one.</source>
   <translation>有一个引号不成对；其后的词已逐个解读。</translation>
  </message>
  <message>
   <source>A region cannot be put into itself or into a region that stands in it.</source>
   <translation>地区不能放入自身或其下级地区。</translation>
  </message>
  <message>
   <source>A row of the table {table} refers to a row of {other} that is missing.</source>
   <translation>表 {table} 的一行引用了 {other} 中缺失的行。</translation>
  </message>
  <message>
   <source>A scheme would hold a region or country twice, or one that is no longer there. Nothing was changed; undo what was done since, then try again.</source>
   <translation>方案会重复包含某个地区或国家，或包含已不存在的项。未作任何更改；请撤销此后的操作再试。</translation>
  </message>
  <message>
   <source>A text of document {document} is not letter for letter the one that was stored.</source>
   <translation>文献 {document} 有一个文本与当初存储的不完全一致。</translation>
  </message>
  <message>
   <source>A text of document {document} is not the one that was stored.</source>
   <translation>文献 {document} 的一个文本与保存时不同。</translation>
  </message>
  <message>
   <source>About</source>
   <translation>说明</translation>
  </message>
  <message>
   <source>An empty regular expression would match every word</source>
   <translation>空的正则表达式会匹配每一个词</translation>
  </message>
  <message>
   <source>Annotation {number} of the file was left out: {reason}.</source>
   <translation>文件中的第 {number} 条标注已略去：{reason}。</translation>
  </message>
  <message>
   <source>April</source>
   <translation>4月</translation>
  </message>
  <message>
   <source>August</source>
   <translation>8月</translation>
  </message>
  <message>
   <source>Backing up</source>
   <translation>正在备份</translation>
  </message>
  <message>
   <source>Changed (UTC)</source>
   <translation>修改时间 (UTC)</translation>
  </message>
  <message>
   <source>Characters of the file that are damaged stand as {sign} in its text: {count}.</source>
   <translation>文件中损坏的字符在文本中显示为 {sign}：共 {count} 个。</translation>
  </message>
  <message>
   <source>Characters {start} to {end} are no range inside document {document}, which has {count} characters. Give a start below the end, both inside the text.</source>
   <translation>第 {start} 至 {end} 个字符不是文献 {document} 内的有效范围，该文献共 {count} 个字符。起点须小于终点，且都在文本之内。</translation>
  </message>
  <message>
   <source>Characters {start} to {end} are no range inside the present text of document {document}. Select at least one character of it.</source>
   <translation>第 {start} 至 {end} 个字符不是文献 {document} 现文本内的有效范围。请至少选中一个字符。</translation>
  </message>
  <message>
   <source>Choose a file with entries</source>
   <translation>请选择含有条目的文件</translation>
  </message>
  <message>
   <source>Choose at least two to make one of them.</source>
   <translation>请至少选择两项进行合并。</translation>
  </message>
  <message>
   <source>Choose some of the names of {former}, not none and not all.</source>
   <translation>请选择 {former} 的部分名称，不能不选，也不能全选。</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>代码</translation>
  </message>
  <message>
   <source>Code paths</source>
   <translation>代码路径</translation>
  </message>
  <message>
   <source>Codebook</source>
   <translation>编码本</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>颜色</translation>
  </message>
  <message>
   <source>Colour stands for</source>
   <translation>颜色含义</translation>
  </message>
  <message>
   <source>Created (UTC)</source>
   <translation>建立时间 (UTC)</translation>
  </message>
  <message>
   <source>Created: {created}; changed: {changed}</source>
   <translation>建立：{created}；修改：{changed}</translation>
  </message>
  <message>
   <source>Dates</source>
   <translation>日期</translation>
  </message>
  <message>
   <source>Dates of the document</source>
   <translation>文献日期</translation>
  </message>
  <message>
   <source>December</source>
   <translation>12月</translation>
  </message>
  <message>
   <source>Definition</source>
   <translation>定义</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>文献</translation>
  </message>
  <message>
   <source>Document title</source>
   <translation>文献标题</translation>
  </message>
  <message>
   <source>Documents in the search index have each other's numbers.</source>
   <translation>搜索索引中有文献的编号互相错位。</translation>
  </message>
  <message>
   <source>Documents whose {what} is missing in the search index: {missing}; too many: {extra}.</source>
   <translation>搜索索引中缺少{what}的文献：{missing} 篇；多余：{extra} 篇。</translation>
  </message>
  <message>
   <source>End</source>
   <translation>终点</translation>
  </message>
  <message>
   <source>Example</source>
   <translation>示例</translation>
  </message>
  <message>
   <source>Excel workbook</source>
   <translation>Excel 工作簿</translation>
  </message>
  <message>
   <source>February</source>
   <translation>2月</translation>
  </message>
  <message>
   <source>Files inside the document could not be read, so their words are missing: {names}.</source>
   <translation>文献内嵌的文件无法读取，其文字缺失：{names}。</translation>
  </message>
  <message>
   <source>Give it a first row with “name” or “name_english”, and “country” where there is one</source>
   <translation>请在首行写明“name”或“name_english”，有国家时还须写明“country”</translation>
  </message>
  <message>
   <source>HTML (one file)</source>
   <translation>HTML（单个文件）</translation>
  </message>
  <message>
   <source>Import finished</source>
   <translation>导入完成</translation>
  </message>
  <message>
   <source>In full</source>
   <translation>详细说明</translation>
  </message>
  <message>
   <source>In scripts written without spaces any part of a word is found as it is; * and ? were left out</source>
   <translation>在不用空格分词的文字中，词的任何部分都能直接找到；已略去 * 和 ?</translation>
  </message>
  <message>
   <source>It is not there, or lies too deep.</source>
   <translation>它不存在，或嵌套过深。</translation>
  </message>
  <message>
   <source>It was taken out of the trash.</source>
   <translation>已从回收站恢复。</translation>
  </message>
  <message>
   <source>Its path leads out of the archive, so it was not read. Check where the archive is from.</source>
   <translation>其路径指向压缩包之外，因此未读取。请查明该压缩包的来源。</translation>
  </message>
  <message>
   <source>January</source>
   <translation>1月</translation>
  </message>
  <message>
   <source>July</source>
   <translation>7月</translation>
  </message>
  <message>
   <source>June</source>
   <translation>6月</translation>
  </message>
  <message>
   <source>Left out, since there was nothing to join: {strays}.</source>
   <translation>已略去，因为没有可连接的内容：{strays}。</translation>
  </message>
  <message>
   <source>Linked to</source>
   <translation>关联到</translation>
  </message>
  <message>
   <source>March</source>
   <translation>3月</translation>
  </message>
  <message>
   <source>Mark</source>
   <translation>标注</translation>
  </message>
  <message>
   <source>May</source>
   <translation>5月</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>笔记</translation>
  </message>
  <message>
   <source>Note on the document</source>
   <translation>文献笔记</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>笔记</translation>
  </message>
  <message>
   <source>Notes from {archive}</source>
   <translation>“{archive}”的笔记</translation>
  </message>
  <message>
   <source>Nothing can be read of {path} ({error}). Restore it from a backup; it has not been changed.</source>
   <translation>{path} 完全无法读取（{error}）。请从备份恢复；该文件未作更改。</translation>
  </message>
  <message>
   <source>Nothing could be read of: {what}.</source>
   <translation>完全无法读取：{what}。</translation>
  </message>
  <message>
   <source>November</source>
   <translation>11月</translation>
  </message>
  <message>
   <source>October</source>
   <translation>10月</translation>
  </message>
  <message>
   <source>Of the book's parts {count} are missing or damaged: {lost}.</source>
   <translation>书中有 {count} 个部分缺失或损坏：{lost}。</translation>
  </message>
  <message>
   <source>Of {pages} pages {lost} are damaged, and their text is missing: {listed}.</source>
   <translation>共 {pages} 页，其中 {lost} 页损坏，文本缺失：{listed}。</translation>
  </message>
  <message>
   <source>Only the first {longest:,} characters of the query were read.</source>
   <translation>只解读了查询的前 {longest:,} 个字符。</translation>
  </message>
  <message>
   <source>PDF properties</source>
   <translation>PDF 属性</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>页</translation>
  </message>
  <message>
   <source>Paragraph</source>
   <translation>段落</translation>
  </message>
  <message>
   <source>Part {number} of segment {segment} of the search index is damaged.</source>
   <translation>搜索索引第 {segment} 段的第 {number} 部分已损坏。</translation>
  </message>
  <message>
   <source>Path</source>
   <translation>路径</translation>
  </message>
  <message>
   <source>Persons</source>
   <translation>人物</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>位置</translation>
  </message>
  <message>
   <source>Printed page</source>
   <translation>印刷页码</translation>
  </message>
  <message>
   <source>Quote</source>
   <translation>引文</translation>
  </message>
  <message>
   <source>Reading texts for the search</source>
   <translation>正在为搜索读取文本</translation>
  </message>
  <message>
   <source>Save it again as CSV</source>
   <translation>请另存为 CSV</translation>
  </message>
  <message>
   <source>Segment {segment} of the search index holds {terms} terms where {expected} are expected.</source>
   <translation>搜索索引第 {segment} 段有 {terms} 个词项，应为 {expected} 个。</translation>
  </message>
  <message>
   <source>September</source>
   <translation>9月</translation>
  </message>
  <message>
   <source>Some {what} could not be read.</source>
   <translation>部分{what}无法读取。</translation>
  </message>
  <message>
   <source>Some {what} could not be read: number {first} and later.</source>
   <translation>部分{what}无法读取：编号 {first} 及以后。</translation>
  </message>
  <message>
   <source>Some {what} could not be read: number {first} to {end}.</source>
   <translation>部分{what}无法读取：编号 {first} 至 {end}。</translation>
  </message>
  <message>
   <source>Some {what} could not be read: number {first}.</source>
   <translation>部分{what}无法读取：编号 {first}。</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>Split it, or leave columns of names out</source>
   <translation>请将其拆分，或去掉一些名称列</translation>
  </message>
  <message>
   <source>Split it, then import the parts</source>
   <translation>请将其拆分，再分别导入</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>起点</translation>
  </message>
  <message>
   <source>Start and End count code points; End is exclusive.</source>
   <translation>起点和终点按 Unicode 码点计数，不含终点。</translation>
  </message>
  <message>
   <source>Tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <source>Text SHA-256</source>
   <translation>文本 SHA-256</translation>
  </message>
  <message>
   <source>The PDF has no text, only pictures of its pages (a scan). Make it searchable with a text recognition program, and import it again.</source>
   <translation>此 PDF 没有文本，只有页面图像（扫描件）。请用文字识别程序处理后重新导入。</translation>
  </message>
  <message>
   <source>The PDF is damaged: none of its pages can be read. Get another copy of it.</source>
   <translation>此 PDF 已损坏：没有一页可以读取。请另取一份副本。</translation>
  </message>
  <message>
   <source>The PDF is encrypted with a password, so its text is missing. Open it with its password in a PDF program, save it without one, and import it again.</source>
   <translation>此 PDF 用密码加密，因此没有文本。请在 PDF 程序中用密码打开，去除密码另存后重新导入。</translation>
  </message>
  <message>
   <source>The archive cannot be copied to {target}, since a part of it is damaged ({error}). Salvage what can be read.</source>
   <translation>无法将档案库复制到 {target}，因为其中一部分已损坏（{error}）。请抢救可读的内容。</translation>
  </message>
  <message>
   <source>The archive file is damaged: {finding}.</source>
   <translation>档案库文件已损坏：{finding}。</translation>
  </message>
  <message>
   <source>The archive holds these bytes already, as document {known}.</source>
   <translation>档案库中已有相同内容，即文献 {known}。</translation>
  </message>
  <message>
   <source>The book is protected against copying (DRM), so its text is missing. Import an unprotected edition of it, if there is one.</source>
   <translation>此书有防复制保护 (DRM)，因此没有文本。如有无保护的版本，请导入该版本。</translation>
  </message>
  <message>
   <source>The copy {target} came out damaged ({verdict}). Check the archive and the disk, then try again.</source>
   <translation>写出的副本 {target} 已损坏（{verdict}）。请检查档案库和磁盘，然后重试。</translation>
  </message>
  <message>
   <source>The disk may not have kept what was changed last in {path} ({error}). Check that its drive is connected and has room, and make a backup elsewhere.</source>
   <translation>磁盘可能没有保存 {path} 中最近的更改（{error}）。请检查驱动器已连接且有足够空间，并在别处做一份备份。</translation>
  </message>
  <message>
   <source>The disk that holds {path} is full. Make room there, then open the archive again.</source>
   <translation>{path} 所在磁盘已满。请腾出空间，然后重新打开档案库。</translation>
  </message>
  <message>
   <source>The disk that holds {path} is full. Make room there, then try again.</source>
   <translation>存放 {path} 的磁盘已满。请腾出空间后重试。</translation>
  </message>
  <message>
   <source>The document holds no text, only pictures or nothing at all.</source>
   <translation>文档中没有文本，只有图片或为空。</translation>
  </message>
  <message>
   <source>The document is encrypted with a password, so its text is missing. Open it with its password, save it without one, and import it again.</source>
   <translation>文档用密码加密，因此没有文本。请用密码打开，去除密码另存后重新导入。</translation>
  </message>
  <message>
   <source>The document is encrypted with a password, so its text is missing. Save it without one, and import it again.</source>
   <translation>文档用密码加密，因此没有文本。请去除密码另存后重新导入。</translation>
  </message>
  <message>
   <source>The document {document}, “{title}”, is lost with its text.</source>
   <translation>文献 {document}“{title}”连同其文本已丢失。</translation>
  </message>
  <message>
   <source>The encoding of the file could not be found out. Open it in a text editor, save it as UTF-8, and import it again.</source>
   <translation>无法判定文件的编码。请用文本编辑器打开，存为 UTF-8 后重新导入。</translation>
  </message>
  <message>
   <source>The file begins like a PDF but is damaged and cannot be opened. Get another copy of it.</source>
   <translation>文件开头像 PDF，但已损坏，无法打开。请另取一份副本。</translation>
  </message>
  <message>
   <source>The file begins like {encoding} but is damaged at byte {byte}.</source>
   <translation>文件开头像 {encoding}，但在第 {byte} 字节处损坏。</translation>
  </message>
  <message>
   <source>The file holds more than {count} files. Unpack it, then import the folder.</source>
   <translation>文件内含超过 {count} 个文件。请解压后导入文件夹。</translation>
  </message>
  <message>
   <source>The file is a ZIP archive of several files. Unpack it, and import the folder.</source>
   <translation>文件是含多个文件的 ZIP 压缩包。请解压后导入文件夹。</translation>
  </message>
  <message>
   <source>The file is a ZIP package without a document in it.</source>
   <translation>文件是不含文档的 ZIP 包。</translation>
  </message>
  <message>
   <source>The file is a damaged EPUB book: it does not say what is in it. Get another copy of it.</source>
   <translation>文件是已损坏的 EPUB 电子书：缺少内容说明。请另取一份副本。</translation>
  </message>
  <message>
   <source>The file is a damaged OpenDocument file: it has no body. Get another copy of it.</source>
   <translation>文件是已损坏的 OpenDocument 文件：没有正文。请另取一份副本。</translation>
  </message>
  <message>
   <source>The file is a damaged OpenDocument file: it has no content. Get another copy of it.</source>
   <translation>文件是已损坏的 OpenDocument 文件：没有内容。请另取一份副本。</translation>
  </message>
  <message>
   <source>The file is a damaged ZIP package ({problem}). Get another copy of it, or repair it in the program it was made with.</source>
   <translation>文件是已损坏的 ZIP 包（{problem}）。请另取一份副本，或在制作它的程序中修复。</translation>
  </message>
  <message>
   <source>The file is a saved page whose text is missing. Open it in a browser, and save it again.</source>
   <translation>文件是缺少文本的网页存档。请在浏览器中打开后重新保存。</translation>
  </message>
  <message>
   <source>The file is a spreadsheet, drawing or slides. Save its text as DOCX or PDF.</source>
   <translation>文件是电子表格、绘图或幻灯片。请将其文本存为 DOCX 或 PDF。</translation>
  </message>
  <message>
   <source>The file is an OpenDocument spreadsheet, drawing or slides. Save its text as ODT or PDF.</source>
   <translation>文件是 OpenDocument 电子表格、绘图或幻灯片。请将其文本存为 ODT 或 PDF。</translation>
  </message>
  <message>
   <source>The file is damaged ({mended}): some of its text may be missing.</source>
   <translation>文件已损坏（{mended}）：部分文本可能缺失。</translation>
  </message>
  <message>
   <source>The file is empty: there is no text in it to read.</source>
   <translation>文件为空：没有可读取的文本。</translation>
  </message>
  <message>
   <source>The file is in the old format of Word or another office program. Save it as DOCX or PDF.</source>
   <translation>文件为 Word 或其他办公程序的旧格式。请存为 DOCX 或 PDF。</translation>
  </message>
  <message>
   <source>The file is no XLSX table: it has no sheet. Save it as XLSX or CSV, then try again.</source>
   <translation>文件不是 XLSX 表格：没有工作表。请存为 XLSX 或 CSV 后重试。</translation>
  </message>
  <message>
   <source>The file is no text: it is a film or picture.</source>
   <translation>文件不是文本：它是影片或图片。</translation>
  </message>
  <message>
   <source>The file is no text: it is {kind}.</source>
   <translation>文件不是文本：它是{kind}。</translation>
  </message>
  <message>
   <source>The file is not a text: it holds binary data of no known kind. Import the document that it was made from.</source>
   <translation>文件不是文本：它含有未知类型的二进制数据。请导入其原始文档。</translation>
  </message>
  <message>
   <source>The file is not in the encoding {encoding}. Choose another one.</source>
   <translation>文件的编码不是 {encoding}。请选择其他编码。</translation>
  </message>
  <message>
   <source>The file of the search index is damaged: {found}.</source>
   <translation>搜索索引文件已损坏：{found}。</translation>
  </message>
  <message>
   <source>The file unpacks to more than {size} MB, which no document needs, and was not read further. Check where it is from.</source>
   <translation>文件解压后超过 {size} MB，没有文档需要这么大，因此未继续读取。请查明其来源。</translation>
  </message>
  <message>
   <source>The first page of the file was lost; its tables were found by the backup {backup}.</source>
   <translation>文件的第一页已丢失；各表的位置是根据备份 {backup} 找到的。</translation>
  </message>
  <message>
   <source>The first page of the file was lost; its tables were found where new archives have theirs.</source>
   <translation>文件的第一页已丢失；各表是在新建档案通常存放的位置找到的。</translation>
  </message>
  <message>
   <source>The folder for backups {folder} cannot be made ({problem}). Choose another one in the settings.</source>
   <translation>无法建立备份文件夹 {folder}（{problem}）。请在设置中另选一个。</translation>
  </message>
  <message>
   <source>The folder {parent} is read-only, and {file} needs room beside it for its index. Copy the archive to a folder where you may write and open the copy.</source>
   <translation>文件夹 {parent} 是只读的，而 {file} 旁边需要空间存放索引。请将档案库复制到可写入的文件夹，再打开副本。</translation>
  </message>
  <message>
   <source>The folder {target} holds no files to import.</source>
   <translation>文件夹 {target} 中没有可导入的文件。</translation>
  </message>
  <message>
   <source>The format of the file says how its text is encoded. Read it again without choosing an encoding.</source>
   <translation>文件格式已说明其文本编码。请不选编码，重新读取。</translation>
  </message>
  <message>
   <source>The import was cancelled.</source>
   <translation>导入已取消。</translation>
  </message>
  <message>
   <source>The index file is damaged: {finding}.</source>
   <translation>索引文件已损坏：{finding}。</translation>
  </message>
  <message>
   <source>The index lacks {stale} documents or holds them in an older state.</source>
   <translation>索引缺少 {stale} 篇文献，或其状态较旧。</translation>
  </message>
  <message>
   <source>The index was damaged and has been made anew. Ask for all hits again.</source>
   <translation>索引曾损坏，现已重建。请重新列出全部命中。</translation>
  </message>
  <message>
   <source>The index was made anew from the archive.</source>
   <translation>已从档案库重建索引。</translation>
  </message>
  <message>
   <source>The newest text of document {document}, “{title}”, is lost; an older one is there.</source>
   <translation>文献 {document}“{title}”的最新文本已丢失；保有一个较旧的文本。</translation>
  </message>
  <message>
   <source>The page holds no text: what it shows is made by a program or pictures when a browser opens it.</source>
   <translation>网页中没有文本：其内容由程序或图片在浏览器打开时生成。</translation>
  </message>
  <message>
   <source>The page holds nothing that can be read: it has no text and no structure.</source>
   <translation>网页中没有可读取的内容：既无文本，也无结构。</translation>
  </message>
  <message>
   <source>The pages of this PDF cannot be drawn: the file is damaged. Its text can still be read in the text view.</source>
   <translation>无法绘制此 PDF 的页面：文件已损坏。仍可在文本视图中阅读其文本。</translation>
  </message>
  <message>
   <source>The scheme “{former}” is the one everything is counted by, and stays.</source>
   <translation>方案“{former}”是所有统计的依据，不能删除。</translation>
  </message>
  <message>
   <source>The search index cannot be used ({reason}). It is built again from the archive.</source>
   <translation>搜索索引无法使用（{reason}）。将根据档案库重建。</translation>
  </message>
  <message>
   <source>The search index {file} cannot be written ({error}). Make its folder writable or free some space, then open the archive again.</source>
   <translation>无法写入搜索索引 {file}（{error}）。请使其文件夹可写或腾出空间，再重新打开档案库。</translation>
  </message>
  <message>
   <source>The settings cannot be saved in {path} ({problem}). They hold until you close the program.</source>
   <translation>设置无法保存到 {path}（{problem}）。它们在您关闭程序之前有效。</translation>
  </message>
  <message>
   <source>The settings in {path} could not be read and are as when new.</source>
   <translation>{path} 中的设置无法读取，已恢复为初始设置。</translation>
  </message>
  <message>
   <source>The settings in {path} could not be read and are as when new. The old file is {kept}.</source>
   <translation>无法读取 {path} 中的设置，已恢复为初始状态。旧文件为 {kept}。</translation>
  </message>
  <message>
   <source>The text marked with “{quote}” is not in this archive. Import that document first, then the notes again.</source>
   <translation>标注“{quote}”所在的文本不在本档案库中。请先导入该文献，再重新并入笔记。</translation>
  </message>
  <message>
   <source>The words “{quote}” do not stand in “{document}”. The mark was not taken; the file still holds it.</source>
   <translation>“{document}”中没有“{quote}”这些文字。此标注未并入，仍保留在文件中。</translation>
  </message>
  <message>
   <source>The years of “{name}” end before they begin. Give them the other way round.</source>
   <translation>“{name}”的终止年份早于起始年份。请对调。</translation>
  </message>
  <message>
   <source>There is a code “{known}” already. Choose another name, or merge the two.</source>
   <translation>已有代码“{known}”。请换一个名称，或将两者合并。</translation>
  </message>
  <message>
   <source>There is a scheme “{name}” already. Give another name.</source>
   <translation>已有方案“{name}”。请换一个名称。</translation>
  </message>
  <message>
   <source>There is no code “{name}” any more. Choose another one.</source>
   <translation>代码“{name}”已不存在。请另选一个。</translation>
  </message>
  <message>
   <source>There is no code “{parent}” any more to put it below. Choose another one.</source>
   <translation>代码“{parent}”已不存在，无法置于其下。请另选一个。</translation>
  </message>
  <message>
   <source>There is no document {document} in this archive. List the documents to see the numbers.</source>
   <translation>本档案库中没有文献 {document}。请列出文献查看编号。</translation>
  </message>
  <message>
   <source>There is no entity {entity} in the authority file of this archive.</source>
   <translation>本档案库的规范档中没有实体 {entity}。</translation>
  </message>
  <message>
   <source>There is no export format called “{name}”. Choose one of: {names}.</source>
   <translation>没有名为“{name}”的导出格式。可选：{names}。</translation>
  </message>
  <message>
   <source>There is no field {listed}; it was read as a word.</source>
   <translation>没有字段 {listed}；已作为普通词解读。</translation>
  </message>
  <message>
   <source>There is no file {path}. Check the name, or make a new archive there.</source>
   <translation>没有文件 {path}。请检查名称，或在该处新建档案库。</translation>
  </message>
  <message>
   <source>There is no folder {parent}. Make it first, or choose another place.</source>
   <translation>没有文件夹 {parent}。请先建立，或选择其他位置。</translation>
  </message>
  <message>
   <source>There is no mark {mark} in this archive. It may have been deleted.</source>
   <translation>本档案库中没有标注 {mark}。它可能已被删除。</translation>
  </message>
  <message>
   <source>There is no region {region} in the scheme “{scheme}”.</source>
   <translation>方案“{scheme}”中没有地区 {region}。</translation>
  </message>
  <message>
   <source>There is no scheme {scheme} in this archive. It has: {known}.</source>
   <translation>本档案库中没有方案 {scheme}。现有：{known}。</translation>
  </message>
  <message>
   <source>There is no text in the file beside its front matter.</source>
   <translation>文件除前置元数据外没有文本。</translation>
  </message>
  <message>
   <source>There is no {what} {identity} in the authority file of this archive.</source>
   <translation>本档案库的规范档中没有{what} {identity}。</translation>
  </message>
  <message>
   <source>These words do not stand in document {document}, letter for letter. Copy them from the text, or give --start and --end.</source>
   <translation>文献 {document} 中没有完全一致的文字。请从文本中复制，或给出 --start 和 --end。</translation>
  </message>
  <message>
   <source>These words stand {count} times in document {document} (at {places}). Give more of them, or --start and --end.</source>
   <translation>这些文字在文献 {document} 中出现 {count} 次（位于 {places}）。请给出更多文字，或 --start 和 --end。</translation>
  </message>
  <message>
   <source>This authority file cannot be used: it is not JSON ({error}). Nothing was changed; choose another file.</source>
   <translation>无法使用此规范档：它不是 JSON（{error}）。未作任何更改；请选择其他文件。</translation>
  </message>
  <message>
   <source>This authority file cannot be used: {reason}. Nothing was changed; choose another file.</source>
   <translation>无法使用此规范档：{reason}。未作任何更改；请选择其他文件。</translation>
  </message>
  <message>
   <source>This expression can match in too many ways. Make what it repeats more definite, as in [^.]* in place of .*</source>
   <translation>此表达式的匹配方式过多。请使重复的部分更明确，例如用 [^.]* 代替 .*</translation>
  </message>
  <message>
   <source>This file is JSON but holds no Web Annotations: there is no Annotation, AnnotationPage or AnnotationCollection in it. Choose another file.</source>
   <translation>此文件是 JSON，但不含 Web 标注：其中没有 Annotation、AnnotationPage 或 AnnotationCollection。请选择其他文件。</translation>
  </message>
  <message>
   <source>This file is nested too deeply to be a file of annotations.</source>
   <translation>此文件嵌套过深，不可能是标注文件。</translation>
  </message>
  <message>
   <source>This file is not JSON: it is not text in UTF-8. Choose a JSON-LD file.</source>
   <translation>此文件不是 JSON：它不是 UTF-8 文本。请选择 JSON-LD 文件。</translation>
  </message>
  <message>
   <source>This file is not valid JSON{where}. Choose a JSON-LD file of annotations.</source>
   <translation>此文件不是有效的 JSON{where}。请选择标注的 JSON-LD 文件。</translation>
  </message>
  <message>
   <source>This is no regular expression: {reason}.</source>
   <translation>这不是正则表达式：{reason}。</translation>
  </message>
  <message>
   <source>This search has more than {most:,} hits. Narrow it first, then mark what it finds.</source>
   <translation>此次搜索的命中超过 {most:,} 处。请先缩小范围，再标注命中。</translation>
  </message>
  <message>
   <source>Tidying the index</source>
   <translation>正在整理索引</translation>
  </message>
  <message>
   <source>W3C Web Annotation (JSON-LD)</source>
   <translation>W3C Web 标注 (JSON-LD)</translation>
  </message>
  <message>
   <source>When not to use</source>
   <translation>何时不用</translation>
  </message>
  <message>
   <source>When to use</source>
   <translation>何时使用</translation>
  </message>
  <message>
   <source>Without a place</source>
   <translation>未归类</translation>
  </message>
  <message>
   <source>a PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>a PostScript file; turn it into a PDF</source>
   <translation>PostScript 文件；请转换为 PDF</translation>
  </message>
  <message>
   <source>a ZIP file or an office document</source>
   <translation>ZIP 文件或办公文档</translation>
  </message>
  <message>
   <source>a block is missing</source>
   <translation>缺少一个数据块</translation>
  </message>
  <message>
   <source>a compressed file; unpack it</source>
   <translation>压缩文件；请解压</translation>
  </message>
  <message>
   <source>a database</source>
   <translation>数据库</translation>
  </message>
  <message>
   <source>a film</source>
   <translation>影片</translation>
  </message>
  <message>
   <source>a former name</source>
   <translation>旧称</translation>
  </message>
  <message>
   <source>a former name ({first}–{last})</source>
   <translation>旧称（{first}–{last}）</translation>
  </message>
  <message>
   <source>a list cannot bring countries; add it by hand in the tree</source>
   <translation>名单不能新增国家；请在树中手动添加</translation>
  </message>
  <message>
   <source>a name or role of {where} has no text</source>
   <translation>{where} 的某个名称或职务没有文字</translation>
  </message>
  <message>
   <source>a name or role of {where} is not written as a row of 1 to {width} cells</source>
   <translation>{where} 的某个名称或职务不是 1 至 {width} 格的一行</translation>
  </message>
  <message>
   <source>a part of it does not match its checksum</source>
   <translation>其中一部分与校验和不符</translation>
  </message>
  <message>
   <source>a picture</source>
   <translation>图片</translation>
  </message>
  <message>
   <source>a picture, sound or film</source>
   <translation>图片、音频或影片</translation>
  </message>
  <message>
   <source>a program</source>
   <translation>程序</translation>
  </message>
  <message>
   <source>a region of the scheme {identity} is not written as an object</source>
   <translation>方案 {identity} 的某个地区不是对象</translation>
  </message>
  <message>
   <source>a region stands twice in the scheme “{scheme}”</source>
   <translation>方案“{scheme}”中有地区重复</translation>
  </message>
  <message>
   <source>a scanned book (DjVu); turn it into a PDF</source>
   <translation>扫描书籍 (DjVu)；请转换为 PDF</translation>
  </message>
  <message>
   <source>a scheme</source>
   <translation>某个方案</translation>
  </message>
  <message>
   <source>a scheme is not written as an object</source>
   <translation>某个方案不是对象</translation>
  </message>
  <message>
   <source>a segment is missing</source>
   <translation>缺少一个分段</translation>
  </message>
  <message>
   <source>a short name</source>
   <translation>简称</translation>
  </message>
  <message>
   <source>a sound</source>
   <translation>音频</translation>
  </message>
  <message>
   <source>a sound or film</source>
   <translation>音频或影片</translation>
  </message>
  <message>
   <source>a technical entry of Party Facts, no party</source>
   <translation>Party Facts 的技术条目，不是政党</translation>
  </message>
  <message>
   <source>a typeface</source>
   <translation>字体</translation>
  </message>
  <message>
   <source>a year of {where} is not a whole number</source>
   <translation>{where} 的某个年份不是整数</translation>
  </message>
  <message>
   <source>abbreviation</source>
   <translation>缩写</translation>
  </message>
  <message>
   <source>abbreviation that stands for nothing else in the authority file</source>
   <translation>缩写，在规范档中别无他指</translation>
  </message>
  <message>
   <source>abbreviation that the text gives for the full name in ¶ {number}</source>
   <translation>文本在第 {number} 段为全称给出的缩写</translation>
  </message>
  <message>
   <source>abbreviation, after the full name in ¶ {number}</source>
   <translation>缩写，在第 {number} 段的全称之后</translation>
  </message>
  <message>
   <source>abbreviation, before the full name in ¶ {number}</source>
   <translation>缩写，在第 {number} 段的全称之前</translation>
  </message>
  <message>
   <source>abbreviation; its country or its organisation is named in the document</source>
   <translation>缩写；文献中提到其国家或所属组织</translation>
  </message>
  <message>
   <source>abbreviation; nobody else of that name was known by it then</source>
   <translation>缩写；当时没有其他同名者使用它</translation>
  </message>
  <message>
   <source>abbreviation; nothing speaks for another one</source>
   <translation>缩写；没有迹象表明另有所指</translation>
  </message>
  <message>
   <source>abbreviation; the text does not say which is meant</source>
   <translation>缩写；文本未说明所指</translation>
  </message>
  <message>
   <source>about {date}</source>
   <translation>约 {date}</translation>
  </message>
  <message>
   <source>accept the place of {marks}</source>
   <translation>接受{marks}的位置</translation>
  </message>
  <message>
   <source>accepted by hand</source>
   <translation>手动接受</translation>
  </message>
  <message>
   <source>add code</source>
   <translation>添加代码</translation>
  </message>
  <message>
   <source>add region “{name}”</source>
   <translation>添加地区“{name}”</translation>
  </message>
  <message>
   <source>add {marks}</source>
   <translation>添加{marks}</translation>
  </message>
  <message>
   <source>add “{name}”</source>
   <translation>添加“{name}”</translation>
  </message>
  <message>
   <source>added by hand</source>
   <translation>手动添加</translation>
  </message>
  <message>
   <source>adds one name</source>
   <translation>增加 1 个名称</translation>
  </message>
  <message>
   <source>adds {added} names</source>
   <translation>增加 {added} 个名称</translation>
  </message>
  <message>
   <source>an entry</source>
   <translation>某个条目</translation>
  </message>
  <message>
   <source>an entry is not written as an object</source>
   <translation>某个条目不是对象</translation>
  </message>
  <message>
   <source>an old office document</source>
   <translation>旧格式的办公文档</translation>
  </message>
  <message>
   <source>an organisation it belongs to is named beside it</source>
   <translation>旁边提到其所属组织</translation>
  </message>
  <message>
   <source>another spelling or form of its name</source>
   <translation>其名称的另一种写法或形式</translation>
  </message>
  <message>
   <source>approximate</source>
   <translation>大约</translation>
  </message>
  <message>
   <source>as it is here</source>
   <translation>与此处相同</translation>
  </message>
  <message>
   <source>authority file {version}</source>
   <translation>规范档 {version}</translation>
  </message>
  <message>
   <source>autumn {year}</source>
   <translation>{year} 年秋</translation>
  </message>
  <message>
   <source>autumn {year} (northern hemisphere)</source>
   <translation>{year} 年秋（北半球）</translation>
  </message>
  <message>
   <source>autumn {year} (southern hemisphere)</source>
   <translation>{year} 年秋（南半球）</translation>
  </message>
  <message>
   <source>became</source>
   <translation>后为</translation>
  </message>
  <message>
   <source>between {first} and {last}</source>
   <translation>{first} 至 {last} 年间</translation>
  </message>
  <message>
   <source>blue</source>
   <translation>蓝色</translation>
  </message>
  <message>
   <source>cannot be read as a table ({error})</source>
   <translation>无法作为表格读取（{error}）</translation>
  </message>
  <message>
   <source>captured {date}</source>
   <translation>采集于{date}</translation>
  </message>
  <message>
   <source>change names of “{former}”</source>
   <translation>更改“{former}”的名称</translation>
  </message>
  <message>
   <source>change {marks}</source>
   <translation>更改{marks}</translation>
  </message>
  <message>
   <source>codes of the codebook</source>
   <translation>编码本中的代码</translation>
  </message>
  <message>
   <source>colour {marks}</source>
   <translation>为{marks}着色</translation>
  </message>
  <message>
   <source>coloured {values}</source>
   <translation>颜色为{values}</translation>
  </message>
  <message>
   <source>correct description</source>
   <translation>更正著录</translation>
  </message>
  <message>
   <source>could not be read and is kept as text: {error}</source>
   <translation>无法读取，已作为文本保留：{error}</translation>
  </message>
  <message>
   <source>country</source>
   <translation>国家</translation>
  </message>
  <message>
   <source>country or organisation</source>
   <translation>国家或组织</translation>
  </message>
  <message>
   <source>created {created}</source>
   <translation>建立于 {created}</translation>
  </message>
  <message>
   <source>created {created}, changed {changed}</source>
   <translation>建立于 {created}，修改于 {changed}</translation>
  </message>
  <message>
   <source>date above the text</source>
   <translation>正文上方的日期</translation>
  </message>
  <message>
   <source>date in the source line</source>
   <translation>来源行中的日期</translation>
  </message>
  <message>
   <source>date {number} has no known layer or no edtf</source>
   <translation>第 {number} 个日期没有已知的层次或 EDTF</translation>
  </message>
  <message>
   <source>dated {days}</source>
   <translation>日期为 {days}</translation>
  </message>
  <message>
   <source>day</source>
   <translation>日</translation>
  </message>
  <message>
   <source>decide on mention</source>
   <translation>判定提及</translation>
  </message>
  <message>
   <source>decisions on mentions</source>
   <translation>提及的判定</translation>
  </message>
  <message>
   <source>delete code</source>
   <translation>删除代码</translation>
  </message>
  <message>
   <source>delete {count:,} codes</source>
   <translation>删除 {count:,} 个代码</translation>
  </message>
  <message>
   <source>delete {marks}</source>
   <translation>删除{marks}</translation>
  </message>
  <message>
   <source>delete {what}</source>
   <translation>删除{what}</translation>
  </message>
  <message>
   <source>demonym</source>
   <translation>居民称谓</translation>
  </message>
  <message>
   <source>describe code</source>
   <translation>说明代码</translation>
  </message>
  <message>
   <source>detected from the words</source>
   <translation>根据文字识别</translation>
  </message>
  <message>
   <source>document</source>
   <translation>文献</translation>
  </message>
  <message>
   <source>document {number}</source>
   <translation>文献 {number}</translation>
  </message>
  <message>
   <source>documents</source>
   <translation>文献</translation>
  </message>
  <message>
   <source>entity</source>
   <translation>实体</translation>
  </message>
  <message>
   <source>every document</source>
   <translation>所有文献</translation>
  </message>
  <message>
   <source>everywhere</source>
   <translation>所有位置</translation>
  </message>
  <message>
   <source>extend {marks}</source>
   <translation>扩展{marks}</translation>
  </message>
  <message>
   <source>facts about the archive</source>
   <translation>档案库信息</translation>
  </message>
  <message>
   <source>family name</source>
   <translation>姓氏</translation>
  </message>
  <message>
   <source>file name</source>
   <translation>文件名</translation>
  </message>
  <message>
   <source>first half of {year}</source>
   <translation>{year} 年上半年</translation>
  </message>
  <message>
   <source>first quarter of {year}</source>
   <translation>{year} 年第一季度</translation>
  </message>
  <message>
   <source>first third of {year}</source>
   <translation>{year} 年前三分之一</translation>
  </message>
  <message>
   <source>first year</source>
   <translation>起始年份</translation>
  </message>
  <message>
   <source>form</source>
   <translation>形态</translation>
  </message>
  <message>
   <source>former places of marks</source>
   <translation>标注的原位置</translation>
  </message>
  <message>
   <source>founded {known} here and {listed} in the list; left as it is</source>
   <translation>此处成立年份为 {known}，名单中为 {listed}；保持不变</translation>
  </message>
  <message>
   <source>fourth quarter of {year}</source>
   <translation>{year} 年第四季度</translation>
  </message>
  <message>
   <source>from {date}, end unknown</source>
   <translation>自 {date} 起，终止不详</translation>
  </message>
  <message>
   <source>from {first} on</source>
   <translation>自 {first} 起</translation>
  </message>
  <message>
   <source>front matter</source>
   <translation>前置元数据</translation>
  </message>
  <message>
   <source>given to another by hand</source>
   <translation>手动改归他者</translation>
  </message>
  <message>
   <source>green</source>
   <translation>绿色</translation>
  </message>
  <message>
   <source>has column names but no entries</source>
   <translation>有列名但没有条目</translation>
  </message>
  <message>
   <source>has more than {count:,} entries</source>
   <translation>有超过 {count:,} 个条目</translation>
  </message>
  <message>
   <source>has no column of names (its columns: {found})</source>
   <translation>没有名称列（其列为：{found}）</translation>
  </message>
  <message>
   <source>has the part</source>
   <translation>下属</translation>
  </message>
  <message>
   <source>header of the saved page</source>
   <translation>网页存档的头部</translation>
  </message>
  <message>
   <source>heading in the text</source>
   <translation>正文中的标题</translation>
  </message>
  <message>
   <source>here</source>
   <translation>此处</translation>
  </message>
  <message>
   <source>hidden</source>
   <translation>隐藏</translation>
  </message>
  <message>
   <source>hide “{name}”</source>
   <translation>隐藏“{name}”</translation>
  </message>
  <message>
   <source>holds {names:,} names, and more than {most:,} at once would slow down every reading of a text</source>
   <translation>含有 {names:,} 个名称，一次超过 {most:,} 个会拖慢文本的读取</translation>
  </message>
  <message>
   <source>identifiers</source>
   <translation>标识符</translation>
  </message>
  <message>
   <source>import “{source}”</source>
   <translation>导入“{source}”</translation>
  </message>
  <message>
   <source>in {values}</source>
   <translation>限于{values}</translation>
  </message>
  <message>
   <source>inside the name of {holder}</source>
   <translation>在 {holder} 的名称之内</translation>
  </message>
  <message>
   <source>is larger than {size} MB</source>
   <translation>大于 {size} MB</translation>
  </message>
  <message>
   <source>it belongs to another archive</source>
   <translation>它属于另一个档案库</translation>
  </message>
  <message>
   <source>it does not begin as an authority file does</source>
   <translation>它的开头不像规范档</translation>
  </message>
  <message>
   <source>it does not quote a text (there is no TextQuoteSelector with an exact quote)</source>
   <translation>它没有引用文本（没有带确切引文的 TextQuoteSelector）</translation>
  </message>
  <message>
   <source>it ended ({last_year}) before it began ({first_year})</source>
   <translation>其终止年份（{last_year}）早于起始年份（{first_year}）</translation>
  </message>
  <message>
   <source>it has no letters</source>
   <translation>它不含字母</translation>
  </message>
  <message>
   <source>it has no name</source>
   <translation>它没有名称</translation>
  </message>
  <message>
   <source>it has several targets</source>
   <translation>它有多个目标</translation>
  </message>
  <message>
   <source>it holds no fields</source>
   <translation>它不含字段</translation>
  </message>
  <message>
   <source>it is a region, and a list cannot say what is in it; make it in a scheme of the tree</source>
   <translation>它是地区，而名单不能说明其内容；请在树的方案中建立</translation>
  </message>
  <message>
   <source>it is a single letter</source>
   <translation>它只是单个字母</translation>
  </message>
  <message>
   <source>it is about a whole document, not about a passage</source>
   <translation>它针对整篇文献，而非某个片段</translation>
  </message>
  <message>
   <source>it is an everyday word and would be found everywhere</source>
   <translation>它是日常用词，会随处找到</translation>
  </message>
  <message>
   <source>it is longer than {count} characters</source>
   <translation>它超过 {count} 个字符</translation>
  </message>
  <message>
   <source>it is named in full in ¶ {number}</source>
   <translation>第 {number} 段提到其全称</translation>
  </message>
  <message>
   <source>it is nested too deeply</source>
   <translation>嵌套过深</translation>
  </message>
  <message>
   <source>it is no abbreviation</source>
   <translation>它不是缩写</translation>
  </message>
  <message>
   <source>it is not of this version, and it may not be written to</source>
   <translation>它不是此版本的，且不可写入</translation>
  </message>
  <message>
   <source>it is, step by step, a part of itself</source>
   <translation>它层层隶属后成为自身的一部分</translation>
  </message>
  <message>
   <source>it only says what kind of thing it is and would be found everywhere</source>
   <translation>它只说明类别，会随处找到</translation>
  </message>
  <message>
   <source>it was made by a newer version of this program</source>
   <translation>它由本程序的较新版本生成</translation>
  </message>
  <message>
   <source>its country is named in the heading</source>
   <translation>标题中提到其国家</translation>
  </message>
  <message>
   <source>its country is the nearest one named in ¶ {number}</source>
   <translation>其国家是第 {number} 段中最近提到的国家</translation>
  </message>
  <message>
   <source>its country or an organisation it belongs to is named in the document</source>
   <translation>文献中提到其国家或所属组织</translation>
  </message>
  <message>
   <source>its full name</source>
   <translation>全称</translation>
  </message>
  <message>
   <source>its id {identity} stands in row {earlier} already</source>
   <translation>其标识 {identity} 已出现在第 {earlier} 行</translation>
  </message>
  <message>
   <source>its identities are those of {known} and of {name}</source>
   <translation>其标识分属 {known} 和 {name}</translation>
  </message>
  <message>
   <source>its names are those of {known} and of {name}</source>
   <translation>其名称分属 {known} 和 {name}</translation>
  </message>
  <message>
   <source>keep {marks} as lost</source>
   <translation>将{marks}保留为丢失</translation>
  </message>
  <message>
   <source>kind</source>
   <translation>类型</translation>
  </message>
  <message>
   <source>kind of name</source>
   <translation>名称类型</translation>
  </message>
  <message>
   <source>last third of {year}</source>
   <translation>{year} 年后三分之一</translation>
  </message>
  <message>
   <source>last year</source>
   <translation>终止年份</translation>
  </message>
  <message>
   <source>line above the text</source>
   <translation>正文上方的一行</translation>
  </message>
  <message>
   <source>link {marks}</source>
   <translation>关联{marks}</translation>
  </message>
  <message>
   <source>lost</source>
   <translation>丢失</translation>
  </message>
  <message>
   <source>made the program that reads files break off</source>
   <translation>使读取文件的程序中断</translation>
  </message>
  <message>
   <source>mark</source>
   <translation>标注</translation>
  </message>
  <message>
   <source>marking hits</source>
   <translation>正在标注命中</translation>
  </message>
  <message>
   <source>marks</source>
   <translation>标注</translation>
  </message>
  <message>
   <source>members of regions</source>
   <translation>地区成员</translation>
  </message>
  <message>
   <source>merge codes</source>
   <translation>合并代码</translation>
  </message>
  <message>
   <source>merge into “{kept}”</source>
   <translation>合并到“{kept}”</translation>
  </message>
  <message>
   <source>metadata of the book</source>
   <translation>书的元数据</translation>
  </message>
  <message>
   <source>month</source>
   <translation>月</translation>
  </message>
  <message>
   <source>move code</source>
   <translation>移动代码</translation>
  </message>
  <message>
   <source>move {count:,} codes</source>
   <translation>移动 {count:,} 个代码</translation>
  </message>
  <message>
   <source>move {what}</source>
   <translation>移动{what}</translation>
  </message>
  <message>
   <source>move “{former}”</source>
   <translation>移动“{former}”</translation>
  </message>
  <message>
   <source>moved</source>
   <translation>已移动</translation>
  </message>
  <message>
   <source>name</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>name colours</source>
   <translation>命名颜色</translation>
  </message>
  <message>
   <source>named as {known}, which began in {first_year}, after this one ended</source>
   <translation>与 {known} 同名，而后者始于 {first_year} 年，晚于此项终止</translation>
  </message>
  <message>
   <source>named as {known}, which ended in {last_year}, before this one began</source>
   <translation>与 {known} 同名，而后者终于 {last_year} 年，早于此项起始</translation>
  </message>
  <message>
   <source>named as {known}, which has the identity {other} in {register}</source>
   <translation>与 {known} 同名，而后者在 {register} 中的标识为 {other}</translation>
  </message>
  <message>
   <source>names</source>
   <translation>名称</translation>
  </message>
  <message>
   <source>names of the tree</source>
   <translation>树中的名称</translation>
  </message>
  <message>
   <source>names of the tree as they were before they were changed</source>
   <translation>树中名称修改前的内容</translation>
  </message>
  <message>
   <source>names on marks</source>
   <translation>标注上的名称</translation>
  </message>
  <message>
   <source>native name</source>
   <translation>本族语名称</translation>
  </message>
  <message>
   <source>new scheme “{name}”</source>
   <translation>新建方案“{name}”</translation>
  </message>
  <message>
   <source>newer: {what}</source>
   <translation>较新：{what}</translation>
  </message>
  <message>
   <source>newer: {what}; your changes stay</source>
   <translation>较新：{what}；您的修改保留</translation>
  </message>
  <message>
   <source>none of its names can be looked for: {refused}</source>
   <translation>其名称均无法查找：{refused}</translation>
  </message>
  <message>
   <source>not a class of source: {source_class}</source>
   <translation>不是来源类别：{source_class}</translation>
  </message>
  <message>
   <source>not {words}</source>
   <translation>非 {words}</translation>
  </message>
  <message>
   <source>note</source>
   <translation>笔记</translation>
  </message>
  <message>
   <source>note on the author at the end of the text</source>
   <translation>文末的作者简介</translation>
  </message>
  <message>
   <source>notes on documents</source>
   <translation>文献笔记</translation>
  </message>
  <message>
   <source>notes on names</source>
   <translation>名称笔记</translation>
  </message>
  <message>
   <source>nothing speaks for another of that name</source>
   <translation>没有迹象表明指其他同名者</translation>
  </message>
  <message>
   <source>nothing: there is no word in the query</source>
   <translation>无：查询中没有词</translation>
  </message>
  <message>
   <source>on {values}</source>
   <translation>关于{values}</translation>
  </message>
  <message>
   <source>one of a list with its country</source>
   <translation>与其国家一同列出的一项</translation>
  </message>
  <message>
   <source>organisation or person</source>
   <translation>组织或人物</translation>
  </message>
  <message>
   <source>original files</source>
   <translation>原始文件</translation>
  </message>
  <message>
   <source>page {number}</source>
   <translation>第 {number} 页</translation>
  </message>
  <message>
   <source>paragraph {number}</source>
   <translation>第 {number} 段</translation>
  </message>
  <message>
   <source>paragraphs</source>
   <translation>段落</translation>
  </message>
  <message>
   <source>part of</source>
   <translation>隶属于</translation>
  </message>
  <message>
   <source>perhaps about {date}</source>
   <translation>或约 {date}</translation>
  </message>
  <message>
   <source>perhaps {date}</source>
   <translation>或为 {date}</translation>
  </message>
  <message>
   <source>place {marks}</source>
   <translation>放置{marks}</translation>
  </message>
  <message>
   <source>place {state}</source>
   <translation>位置{state}</translation>
  </message>
  <message>
   <source>places of files</source>
   <translation>文件位置</translation>
  </message>
  <message>
   <source>please check</source>
   <translation>待核对</translation>
  </message>
  <message>
   <source>printed page {label}</source>
   <translation>印刷页码 {label}</translation>
  </message>
  <message>
   <source>properties of the file</source>
   <translation>文件属性</translation>
  </message>
  <message>
   <source>published {date}</source>
   <translation>发表于{date}</translation>
  </message>
  <message>
   <source>recolour {marks}</source>
   <translation>更改{marks}的颜色</translation>
  </message>
  <message>
   <source>regions in schemes</source>
   <translation>体系中的地区</translation>
  </message>
  <message>
   <source>rejected by hand</source>
   <translation>手动拒绝</translation>
  </message>
  <message>
   <source>remove region</source>
   <translation>移除地区</translation>
  </message>
  <message>
   <source>remove scheme “{former}”</source>
   <translation>删除方案“{former}”</translation>
  </message>
  <message>
   <source>rename code</source>
   <translation>重命名代码</translation>
  </message>
  <message>
   <source>rename scheme “{former}”</source>
   <translation>重命名方案“{former}”</translation>
  </message>
  <message>
   <source>republished {date}</source>
   <translation>转载于{date}</translation>
  </message>
  <message>
   <source>restore {marks}</source>
   <translation>恢复{marks}</translation>
  </message>
  <message>
   <source>restore {what}</source>
   <translation>恢复{what}</translation>
  </message>
  <message>
   <source>roles</source>
   <translation>职务</translation>
  </message>
  <message>
   <source>rose</source>
   <translation>玫瑰色</translation>
  </message>
  <message>
   <source>row {row} matches {known} already</source>
   <translation>第 {row} 行已匹配 {known}</translation>
  </message>
  <message>
   <source>scheme</source>
   <translation>方案</translation>
  </message>
  <message>
   <source>schemes of regions</source>
   <translation>地区体系</translation>
  </message>
  <message>
   <source>second half of {year}</source>
   <translation>{year} 年下半年</translation>
  </message>
  <message>
   <source>second quarter of {year}</source>
   <translation>{year} 年第二季度</translation>
  </message>
  <message>
   <source>second third of {year}</source>
   <translation>{year} 年中间三分之一</translation>
  </message>
  <message>
   <source>shared name; it is the nearest country named in the paragraph</source>
   <translation>共用名称；它是段落中最近提到的国家</translation>
  </message>
  <message>
   <source>shared name; the document names no other country of that name</source>
   <translation>共用名称；文献未提到其他同名国家</translation>
  </message>
  <message>
   <source>show again “{name}”</source>
   <translation>重新显示“{name}”</translation>
  </message>
  <message>
   <source>since {date}</source>
   <translation>自 {date}</translation>
  </message>
  <message>
   <source>source</source>
   <translation>来源</translation>
  </message>
  <message>
   <source>source line at the end of the text</source>
   <translation>文末的来源行</translation>
  </message>
  <message>
   <source>split from {entity} by hand</source>
   <translation>手动拆分自 {entity}</translation>
  </message>
  <message>
   <source>split “{former}”</source>
   <translation>拆分“{former}”</translation>
  </message>
  <message>
   <source>spring {year}</source>
   <translation>{year} 年春</translation>
  </message>
  <message>
   <source>spring {year} (northern hemisphere)</source>
   <translation>{year} 年春（北半球）</translation>
  </message>
  <message>
   <source>spring {year} (southern hemisphere)</source>
   <translation>{year} 年春（南半球）</translation>
  </message>
  <message>
   <source>state described {date}</source>
   <translation>所述时点为{date}</translation>
  </message>
  <message>
   <source>state: {values}</source>
   <translation>状态：{values}</translation>
  </message>
  <message>
   <source>steps in the history of marks</source>
   <translation>标注历史中的步骤</translation>
  </message>
  <message>
   <source>steps to undo</source>
   <translation>可撤销的步骤</translation>
  </message>
  <message>
   <source>successors</source>
   <translation>后继者</translation>
  </message>
  <message>
   <source>summer {year}</source>
   <translation>{year} 年夏</translation>
  </message>
  <message>
   <source>summer {year} (northern hemisphere)</source>
   <translation>{year} 年夏（北半球）</translation>
  </message>
  <message>
   <source>summer {year} (southern hemisphere)</source>
   <translation>{year} 年夏（南半球）</translation>
  </message>
  <message>
   <source>tag {marks}</source>
   <translation>为{marks}加标签</translation>
  </message>
  <message>
   <source>tagged {values}</source>
   <translation>标签为{values}</translation>
  </message>
  <message>
   <source>tags of marks</source>
   <translation>标注的标签</translation>
  </message>
  <message>
   <source>take back decision</source>
   <translation>收回判定</translation>
  </message>
  <message>
   <source>take in codes</source>
   <translation>并入代码</translation>
  </message>
  <message>
   <source>take over authority file {version}</source>
   <translation>采用规范档 {version}</translation>
  </message>
  <message>
   <source>text {hash}</source>
   <translation>文本 {hash}</translation>
  </message>
  <message>
   <source>texts</source>
   <translation>文本</translation>
  </message>
  <message>
   <source>the boilerplate</source>
   <translation>模板文字</translation>
  </message>
  <message>
   <source>the country beside it leaves more than one</source>
   <translation>旁边的国家仍对应多个对象</translation>
  </message>
  <message>
   <source>the country is named beside it</source>
   <translation>旁边提到该国家</translation>
  </message>
  <message>
   <source>the country “{country}” is not known here</source>
   <translation>此处没有国家“{country}”</translation>
  </message>
  <message>
   <source>the field {name}</source>
   <translation>字段 {name}</translation>
  </message>
  <message>
   <source>the file</source>
   <translation>文件</translation>
  </message>
  <message>
   <source>the id {identity} stands in it twice</source>
   <translation>标识 {identity} 在其中重复</translation>
  </message>
  <message>
   <source>the identifiers of {where} are not pairs of texts</source>
   <translation>{where} 的标识符不是成对的文字</translation>
  </message>
  <message>
   <source>the index is of another version or another archive</source>
   <translation>索引属于另一版本或另一档案库</translation>
  </message>
  <message>
   <source>the language</source>
   <translation>语言</translation>
  </message>
  <message>
   <source>the only country of that name at the time</source>
   <translation>当时唯一使用该名称的国家</translation>
  </message>
  <message>
   <source>the region {identity} stands, step by step, below itself</source>
   <translation>地区 {identity} 层层隶属后位于自身之下</translation>
  </message>
  <message>
   <source>the region {region} of the scheme “{scheme}” has no members</source>
   <translation>方案“{scheme}”的地区 {region} 没有成员</translation>
  </message>
  <message>
   <source>the same identity</source>
   <translation>标识相同</translation>
  </message>
  <message>
   <source>the same identity, but its country is “{country}” in the list</source>
   <translation>标识相同，但名单中的国家为“{country}”</translation>
  </message>
  <message>
   <source>the same name, “{name}”</source>
   <translation>名称相同，“{name}”</translation>
  </message>
  <message>
   <source>the scheme “{scheme}” names {missing}, which is not in the file</source>
   <translation>方案“{scheme}”提到 {missing}，但文件中没有它</translation>
  </message>
  <message>
   <source>the text</source>
   <translation>正文</translation>
  </message>
  <message>
   <source>the text does not say which country is meant</source>
   <translation>文本未说明所指国家</translation>
  </message>
  <message>
   <source>the text does not say which is meant</source>
   <translation>文本未说明所指</translation>
  </message>
  <message>
   <source>the words “{words}”</source>
   <translation>连续的词“{words}”</translation>
  </message>
  <message>
   <source>the words “{words}” with up to {count} words between neighbours</source>
   <translation>词“{words}”，相邻词之间至多隔 {count} 个词</translation>
  </message>
  <message>
   <source>third quarter of {year}</source>
   <translation>{year} 年第三季度</translation>
  </message>
  <message>
   <source>this document</source>
   <translation>本文献</translation>
  </message>
  <message>
   <source>title in the text</source>
   <translation>正文中的题名</translation>
  </message>
  <message>
   <source>took longer than {seconds:g} seconds and was given up</source>
   <translation>读取超过 {seconds:g} 秒，已放弃</translation>
  </message>
  <message>
   <source>two schemes have the same id</source>
   <translation>两个方案的标识相同</translation>
  </message>
  <message>
   <source>uncertain</source>
   <translation>存疑</translation>
  </message>
  <message>
   <source>uncertain and approximate</source>
   <translation>存疑且大约</translation>
  </message>
  <message>
   <source>unchanged</source>
   <translation>未改变</translation>
  </message>
  <message>
   <source>unlink {marks}</source>
   <translation>取消关联{marks}</translation>
  </message>
  <message>
   <source>until {date}</source>
   <translation>至 {date}</translation>
  </message>
  <message>
   <source>until {date}, beginning unknown</source>
   <translation>至 {date}，起始不详</translation>
  </message>
  <message>
   <source>up to {last}</source>
   <translation>至 {last}</translation>
  </message>
  <message>
   <source>was before</source>
   <translation>前身为</translation>
  </message>
  <message>
   <source>winter {year}</source>
   <translation>{year} 年冬</translation>
  </message>
  <message>
   <source>winter {year} (northern hemisphere)</source>
   <translation>{year} 年冬（北半球）</translation>
  </message>
  <message>
   <source>winter {year} (southern hemisphere)</source>
   <translation>{year} 年冬（南半球）</translation>
  </message>
  <message>
   <source>with an office held: {office}</source>
   <translation>附有职务：{office}</translation>
  </message>
  <message>
   <source>with its country beside it</source>
   <translation>旁边有其国家</translation>
  </message>
  <message>
   <source>with the words {values}</source>
   <translation>含有“{values}”</translation>
  </message>
  <message>
   <source>with whom it belongs to beside it</source>
   <translation>旁边有其所属对象</translation>
  </message>
  <message>
   <source>words beginning with “{word}”</source>
   <translation>以“{word}”开头的词</translation>
  </message>
  <message>
   <source>words from “{first}” to “{last}”</source>
   <translation>从“{first}”到“{last}”的词</translation>
  </message>
  <message>
   <source>words like “{word}”, changed letters: {count} at most</source>
   <translation>与“{word}”相近的词，至多改变 {count} 个字母</translation>
  </message>
  <message>
   <source>words marked by hand</source>
   <translation>手动标出的文字</translation>
  </message>
  <message>
   <source>words of the pattern “{pattern}”</source>
   <translation>符合模式“{pattern}”的词</translation>
  </message>
  <message>
   <source>write note on document</source>
   <translation>写文献笔记</translation>
  </message>
  <message>
   <source>write note on entity</source>
   <translation>写实体笔记</translation>
  </message>
  <message>
   <source>write note on {marks}</source>
   <translation>为{marks}写笔记</translation>
  </message>
  <message>
   <source>written {date}</source>
   <translation>撰写于{date}</translation>
  </message>
  <message>
   <source>year</source>
   <translation>年</translation>
  </message>
  <message>
   <source>year unknown</source>
   <translation>年份不详</translation>
  </message>
  <message>
   <source>yellow</source>
   <translation>黄色</translation>
  </message>
  <message>
   <source>you changed {what}, and so does the newer file; yours stays</source>
   <translation>您更改过{what}，较新的文件也有更改；保留您的修改</translation>
  </message>
  <message>
   <source>you made it one with another entity; it stays so</source>
   <translation>您已将它与另一实体合并；保持不变</translation>
  </message>
  <message>
   <source>you removed it</source>
   <translation>您已将其移除</translation>
  </message>
  <message>
   <source>your changes stay</source>
   <translation>您的修改保留</translation>
  </message>
  <message>
   <source>{a} and {b}</source>
   <translation>{a} 且 {b}</translation>
  </message>
  <message>
   <source>{a} or {b}</source>
   <translation>{a} 或 {b}</translation>
  </message>
  <message>
   <source>{a}, better with {b}</source>
   <translation>{a}，有 {b} 则更佳</translation>
  </message>
  <message>
   <source>{a}, but not {b}</source>
   <translation>{a}，但不含 {b}</translation>
  </message>
  <message>
   <source>{a}, only where also {b}</source>
   <translation>{a}，且须同时有 {b}</translation>
  </message>
  <message>
   <source>{count:,} documents</source>
   <translation> {count:,} 篇文献</translation>
  </message>
  <message>
   <source>{count:,} marks</source>
   <translation> {count:,} 条标注</translation>
  </message>
  <message>
   <source>{counts}, exported {moment}.</source>
   <translation>{counts}，导出于 {moment}。</translation>
  </message>
  <message>
   <source>{counts}, exported {moment}. Filter: {filter}.</source>
   <translation>{counts}，导出于 {moment}。筛选：{filter}。</translation>
  </message>
  <message>
   <source>{count} documents</source>
   <translation>{count} 篇文献</translation>
  </message>
  <message>
   <source>{count} notes</source>
   <translation>{count} 条笔记</translation>
  </message>
  <message>
   <source>{count} original files are lost; the texts that were read from them are there.</source>
   <translation>{count} 个原始文件已丢失；从中读取的文本仍在。</translation>
  </message>
  <message>
   <source>{count} rows</source>
   <translation> {count} 行</translation>
  </message>
  <message>
   <source>{count} {what} belonged to {others} that are lost.</source>
   <translation>{count} 项{what}所属的{others}已丢失。</translation>
  </message>
  <message>
   <source>{count} {what} could not be read: their words are spoilt.</source>
   <translation>{count} 项{what}无法读取：其文字已损坏。</translation>
  </message>
  <message>
   <source>{date} (basis unknown)</source>
   <translation>{date}（依据不明）</translation>
  </message>
  <message>
   <source>{date} (from another source)</source>
   <translation>{date}（据其他来源）</translation>
  </message>
  <message>
   <source>{date} (inferred)</source>
   <translation>{date}（推断）</translation>
  </message>
  <message>
   <source>{date} or earlier</source>
   <translation>{date} 或更早</translation>
  </message>
  <message>
   <source>{date} or later</source>
   <translation>{date} 或更晚</translation>
  </message>
  <message>
   <source>{day} {month} {year}</source>
   <translation>{year}年{month}{day}日</translation>
  </message>
  <message>
   <source>{day} {month}, year unknown</source>
   <translation>{month}{day}日，年份不详</translation>
  </message>
  <message>
   <source>{decade}0s</source>
   <translation>{decade}0年代</translation>
  </message>
  <message>
   <source>{entity} and {kept} are not of one kind and cannot be made one.</source>
   <translation>{entity} 与 {kept} 类型不同，无法合并。</translation>
  </message>
  <message>
   <source>{entity} is no {what}. Choose another one.</source>
   <translation>{entity} 不是{what}。请选择其他项。</translation>
  </message>
  <message>
   <source>{entity} stands under its country. Move it to another country, or to none.</source>
   <translation>{entity} 位于其国家之下。请将它移到其他国家，或不归属任何国家。</translation>
  </message>
  <message>
   <source>{error}. The query was read as plain words.</source>
   <translation>{error}。已按普通词语解读查询。</translation>
  </message>
  <message>
   <source>{file} cannot be read ({error}). Check that its drive is connected.</source>
   <translation>无法读取 {file}（{error}）。请检查其驱动器是否已连接。</translation>
  </message>
  <message>
   <source>{file} changed while it was read. Import it again when nobody writes to it.</source>
   <translation>{file} 在读取时被更改。请在无人写入时重新导入。</translation>
  </message>
  <message>
   <source>{file} could not be read because of an error in the program ({wrong}).</source>
   <translation>由于程序错误（{wrong}），无法读取 {file}。</translation>
  </message>
  <message>
   <source>{file} is larger than {size} MB. Split it, then import the parts.</source>
   <translation>{file} 大于 {size} MB。请将其拆分，再分别导入。</translation>
  </message>
  <message>
   <source>{file} needs more memory than one file may use. Split it, then import the parts.</source>
   <translation>{file} 所需内存超过单个文件的上限。请将其拆分，再分别导入。</translation>
  </message>
  <message>
   <source>{file} was taken out of the archive while it was read. Import it again.</source>
   <translation>{file} 在读取时被移出档案库。请重新导入。</translation>
  </message>
  <message>
   <source>{file} {what}. It is damaged or too large for this computer; everything else was read.</source>
   <translation>{file} {what}。它已损坏，或对这台电脑来说过大；其余均已读取。</translation>
  </message>
  <message>
   <source>{file} {what}. {advice}; nothing was changed.</source>
   <translation>{file} {what}。{advice}；未作任何更改。</translation>
  </message>
  <message>
   <source>{first} and {last}</source>
   <translation>{first} 和 {last}</translation>
  </message>
  <message>
   <source>{first} or {last}</source>
   <translation>{first} 或 {last}</translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation>{first} 至 {last}</translation>
  </message>
  <message>
   <source>{former} has no name “{missing}”.</source>
   <translation>{former} 没有名称“{missing}”。</translation>
  </message>
  <message>
   <source>{former} needs a name to be looked for. Hide it to look for it no longer.</source>
   <translation>{former} 需要一个用于查找的名称。如不再查找，请将其隐藏。</translation>
  </message>
  <message>
   <source>{identity} is, step by step, a part of itself</source>
   <translation>{identity} 层层隶属后成为自身的一部分</translation>
  </message>
  <message>
   <source>{identity} refers to {other}, which is not in the file</source>
   <translation>{identity} 引用了 {other}，但文件中没有它</translation>
  </message>
  <message>
   <source>{kind}; nothing speaks for another country</source>
   <translation>{kind}；没有迹象表明是另一国家</translation>
  </message>
  <message>
   <source>{month_and_year}, day unknown</source>
   <translation>{month_and_year}，日期不详</translation>
  </message>
  <message>
   <source>{month} {year}</source>
   <translation>{year}年{month}</translation>
  </message>
  <message>
   <source>{month}, year unknown</source>
   <translation>{month}，年份不详</translation>
  </message>
  <message>
   <source>{moved} cannot be put under {target}, which is itself, step by step, a part of it.</source>
   <translation>不能将 {moved} 放在 {target} 之下，因为后者本身层层隶属于它。</translation>
  </message>
  <message>
   <source>{name} is missing</source>
   <translation>缺少 {name}</translation>
  </message>
  <message>
   <source>{notes} on {documents}</source>
   <translation>{documents}的 {notes}</translation>
  </message>
  <message>
   <source>{path} can only be read, its index cannot be used, and no other could be begun ({reason}). Copy the archive to a folder where you may write and open the copy.</source>
   <translation>{path} 只能读取，其索引无法使用，也无法另建索引（{reason}）。请将档案库复制到您有写入权限的文件夹，再打开副本。</translation>
  </message>
  <message>
   <source>{path} cannot be kept as {target} before it is replaced ({problem}). Make room on the disk.</source>
   <translation>替换之前无法将 {path} 保留为 {target}（{problem}）。请在磁盘上腾出空间。</translation>
  </message>
  <message>
   <source>{path} cannot be locked for writing ({problem}). Copy it to a folder where you may write.</source>
   <translation>无法锁定 {path} 以写入（{problem}）。请将其复制到可写入的文件夹。</translation>
  </message>
  <message>
   <source>{path} cannot be read ({problem}). Check its name and place.</source>
   <translation>无法读取 {path}（{problem}）。请检查其名称和位置。</translation>
  </message>
  <message>
   <source>{path} cannot be read ({problem}). Check its permissions and that its drive is connected.</source>
   <translation>无法读取 {path}（{problem}）。请检查其权限以及驱动器是否已连接。</translation>
  </message>
  <message>
   <source>{path} cannot be read ({problem}). Check that its drive is connected, then import it again.</source>
   <translation>无法读取 {path}（{problem}）。请检查其驱动器是否已连接，再重新导入。</translation>
  </message>
  <message>
   <source>{path} cannot be read ({problem}). Check that its drive is connected, then try again.</source>
   <translation>无法读取 {path}（{problem}）。请检查其驱动器是否已连接，再重试。</translation>
  </message>
  <message>
   <source>{path} cannot be replaced ({problem}) and is as it was. Close it elsewhere, then try again.</source>
   <translation>{path} 无法替换（{problem}），仍为原样。请在别处关闭它，然后重试。</translation>
  </message>
  <message>
   <source>{path} cannot be used ({error}). Check that its drive is connected and may be written to, then try again.</source>
   <translation>无法使用 {path}（{error}）。请检查其驱动器是否已连接且可写入，再重试。</translation>
  </message>
  <message>
   <source>{path} cannot be written ({error}). Check that the folder may be written to and its disk has room.</source>
   <translation>无法写入 {path}（{error}）。请检查文件夹是否可写入、磁盘是否有空间。</translation>
  </message>
  <message>
   <source>{path} has been closed. Open it again.</source>
   <translation>{path} 已关闭。请重新打开。</translation>
  </message>
  <message>
   <source>{path} has to be copied to {folder} before it can be salvaged, and that failed ({problem}). Make room there, or choose another place.</source>
   <translation>抢救 {path} 之前必须先将其复制到 {folder}，但复制失败（{problem}）。请在该处腾出空间，或选择其他位置。</translation>
  </message>
  <message>
   <source>{path} is a folder where the archive's index belongs. Move it away, then open the archive.</source>
   <translation>档案库索引的位置上有文件夹 {path}。请将其移走，再打开档案库。</translation>
  </message>
  <message>
   <source>{path} is a folder, not an archive. Choose a file ending in .liaison.</source>
   <translation>{path} 是文件夹，不是档案库。请选择以 .liaison 结尾的文件。</translation>
  </message>
  <message>
   <source>{path} is damaged ({error}). Restore it from a backup.</source>
   <translation>{path} 已损坏（{error}）。请从备份恢复。</translation>
  </message>
  <message>
   <source>{path} is damaged ({error}). Restore it from a backup; nothing was changed.</source>
   <translation>{path} 已损坏（{error}）。请从备份恢复；未作任何更改。</translation>
  </message>
  <message>
   <source>{path} is damaged ({error}). Restore it from a backup; the damaged file has not been changed.</source>
   <translation>{path} 已损坏（{error}）。请从备份恢复；损坏的文件未被更改。</translation>
  </message>
  <message>
   <source>{path} is damaged and cannot be deleted ({problem}). Delete it, then open the archive again.</source>
   <translation>{path} 已损坏，且无法删除（{problem}）。请删除它，然后重新打开档案库。</translation>
  </message>
  <message>
   <source>{path} is empty (0 bytes), so it holds no archive. Restore it from a backup, or make a new archive.</source>
   <translation>{path} 为空（0 字节），不含档案库。请从备份恢复，或新建档案库。</translation>
  </message>
  <message>
   <source>{path} is held by another program. Close it there, then try again.</source>
   <translation>{path} 正被其他程序占用。请在那里关闭后重试。</translation>
  </message>
  <message>
   <source>{path} is not a Liaison archive, or its beginning is damaged. Restore it from a backup; where there is none, salvage what can be read of it.</source>
   <translation>{path} 不是 Liaison 档案，或其开头部分已损坏。请用备份恢复；如果没有备份，可抢救其中尚可读取的内容。</translation>
  </message>
  <message>
   <source>{path} is not a Liaison archive. Choose a file that ends in .liaison.</source>
   <translation>{path} 不是 Liaison 档案库。请选择以 .liaison 结尾的文件。</translation>
  </message>
  <message>
   <source>{path} is not there any more. If it lies on a drive, check that the drive is connected.</source>
   <translation>{path} 已不存在。如果它位于外接驱动器上，请检查驱动器是否已连接。</translation>
  </message>
  <message>
   <source>{path} is not there. Check the name; if it lies on a drive, check that the drive is connected.</source>
   <translation>{path} 不存在。请检查名称；如果它位于外接驱动器上，请检查驱动器是否已连接。</translation>
  </message>
  <message>
   <source>{path} is of an older format ({version}) and has to be brought to this program's before it is read, which takes writing to it. {why}</source>
   <translation>{path} 是较旧的格式（{version}），须先转换为本程序的格式才能读取，而这需要写入。{why}</translation>
  </message>
  <message>
   <source>{path} is open in another Liaison window or command. Close it there, then try again.</source>
   <translation>{path} 已在另一个 Liaison 窗口或命令中打开。请在那里关闭后重试。</translation>
  </message>
  <message>
   <source>{path} is read-only. Allow writing to it, or copy it to a folder where you may write and open the copy.</source>
   <translation>{path} 是只读的。请允许写入，或将其复制到可写入的文件夹，再打开副本。</translation>
  </message>
  <message>
   <source>{path} is there already. Choose another name, or open it.</source>
   <translation>{path} 已存在。请换一个名称，或直接打开它。</translation>
  </message>
  <message>
   <source>{path} may not be read by you. Ask its owner for permission to read and write it.</source>
   <translation>您无权读取 {path}。请向其所有者申请读写权限。</translation>
  </message>
  <message>
   <source>{path} may not be read by you. Change its permissions, then import it again.</source>
   <translation>您无权读取 {path}。请更改其权限后重新导入。</translation>
  </message>
  <message>
   <source>{path} must be brought to a newer format, and a copy has to be kept first. {error}</source>
   <translation>{path} 须升级到新格式，并须先保留副本。{error}</translation>
  </message>
  <message>
   <source>{path} was written by a newer Liaison (format {version}; this program knows up to {known}). Install the newer Liaison to open it.</source>
   <translation>{path} 由较新的 Liaison 写成（格式 {version}；本程序最高支持 {known}）。请安装较新的 Liaison 再打开。</translation>
  </message>
  <message>
   <source>{reason} Save it again as UTF-8 in the program it comes from.</source>
   <translation>{reason}请在其来源程序中重新存为 UTF-8。</translation>
  </message>
  <message>
   <source>{some} or {one}</source>
   <translation>{some}或{one}</translation>
  </message>
  <message>
   <source>{source} cannot be read ({problem}). Check its name and place.</source>
   <translation>无法读取 {source}（{problem}）。请检查其名称和位置。</translation>
  </message>
  <message>
   <source>{target} cannot be written ({error}). Check that the folder may be written to and its disk has room.</source>
   <translation>无法写入 {target}（{error}）。请检查文件夹是否可写入、磁盘是否有空间。</translation>
  </message>
  <message>
   <source>{target} cannot be written ({problem}). Choose a folder you may write to, on a disk with room.</source>
   <translation>无法写入 {target}（{problem}）。请选择可写入且磁盘有空间的文件夹。</translation>
  </message>
  <message>
   <source>{target} is there already. Choose another name for the copy.</source>
   <translation>{target} 已存在。请为副本换一个名称。</translation>
  </message>
  <message>
   <source>{target} is there already. Choose another name for what is salvaged.</source>
   <translation>{target} 已存在。请为抢救的内容换一个名称。</translation>
  </message>
  <message>
   <source>{usage}; it is named beyond doubt in ¶ {number}</source>
   <translation>{usage}；第 {number} 段已明确提及</translation>
  </message>
  <message>
   <source>{where} has the {what} “{value}”, which this program does not know</source>
   <translation>{where} 的{what}“{value}”是本程序不认识的</translation>
  </message>
  <message>
   <source>{words} in {field}</source>
   <translation>{words}（在{field}中）</translation>
  </message>
  <message>
   <source>{year} BC</source>
   <translation>公元前 {year} 年</translation>
  </message>
  <message>
   <source>{year}, month and day unknown</source>
   <translation>{year} 年，月日不详</translation>
  </message>
  <message>
   <source>{year}, month unknown</source>
   <translation>{year} 年，月份不详</translation>
  </message>
  <message>
   <source>“{expression}” could take for ever to look for in “{term}…”, a word of {count} letters. Begin it with letters, or let it repeat less.</source>
   <translation>在“{term}…”（{count} 个字母的词）中查找“{expression}”可能永无尽头。请以字母开头，或减少重复。</translation>
  </message>
  <message>
   <source>“{expression}” is not a regular expression ({error})</source>
   <translation>“{expression}”不是正则表达式（{error}）</translation>
  </message>
  <message>
   <source>“{expression}” is too large for a regular expression</source>
   <translation>“{expression}”作为正则表达式过大</translation>
  </message>
  <message>
   <source>“{expression}” repeats what can itself be read in many ways, which could take for ever to look for</source>
   <translation>“{expression}”重复了本身可有多种解读的部分，查找可能永远不会结束</translation>
  </message>
  <message>
   <source>“{expression}” takes too long to look for among the words of this archive. Begin it with letters, or let it repeat less.</source>
   <translation>在本档案库的词中查找“{expression}”耗时过长。请以字母开头，或减少重复。</translation>
  </message>
  <message>
   <source>“{into}” stands below one of these codes. Move it out first, then merge them.</source>
   <translation>“{into}”位于这些代码之一的下面。请先将其移出，再合并。</translation>
  </message>
  <message>
   <source>“{key}” of {where} holds something that is not a text</source>
   <translation>{where} 的“{key}”含有非文字内容</translation>
  </message>
  <message>
   <source>“{key}” of {where} is missing or not a text</source>
   <translation>{where} 的“{key}”缺失或不是文字</translation>
  </message>
  <message>
   <source>“{key}” of {where} is not a list</source>
   <translation>{where} 的“{key}”不是列表</translation>
  </message>
  <message>
   <source>“{kind}” is no kind that is known here (party, body, person, country)</source>
   <translation>“{kind}”不是此处已知的类型（政党、组织机构、人物、国家）</translation>
  </message>
  <message>
   <source>“{name}” cannot stand below itself. Choose another place.</source>
   <translation>“{name}”不能置于自身之下。请另选位置。</translation>
  </message>
  <message>
   <source>“{name}” holds a comma, which separates tags. Write the name without one.</source>
   <translation>“{name}”含有逗号，而逗号用于分隔标签。请使用不含逗号的名称。</translation>
  </message>
  <message>
   <source>“{text}” cannot be a name: {why}. Give more of its words.</source>
   <translation>“{text}”不能作为名称：{why}。请给出更多文字。</translation>
  </message>
  <message>
   <source>“{text}” is left out, since {why}</source>
   <translation>已略去“{text}”，因为{why}</translation>
  </message>
  <message>
   <source>“{title}” is no text file or page, so its format itself says how it is encoded. There is no other encoding to read it in.</source>
   <translation>“{title}”不是文本文件或网页，其格式本身已说明编码，没有其他编码可供读取。</translation>
  </message>
  <message>
   <source>“{words}” is no year</source>
   <translation>“{words}”不是年份</translation>
  </message>
  <message>
   <source>“{words}” is not a date</source>
   <translation>“{words}”不是日期</translation>
  </message>
  <message>
   <source>“{words}” is not a date such as 2004, 2004-08 or 2004-08-19</source>
   <translation>“{words}”不是 2004、2004-08 或 2004-08-19 这样的日期</translation>
  </message>
  <message>
   <source>“{word}” or a form of it</source>
   <translation>“{word}”或其词形</translation>
  </message>
 </context>
 <context>
  <name>translation</name>
  <message>
   <source>en</source>
   <translation>zh_CN</translation>
  </message>
 </context>
</TS>
