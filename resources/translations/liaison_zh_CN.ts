<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>AboutDialog</name>
  <message>
   <source>About Liaison</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>An archive browser for people who study party-to-party diplomacy. It never uses the network.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Licences</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>AnnotationEditor</name>
  <message>
   <source>Blue</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Delete mark</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Green</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Note</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Note, in Markdown (Ctrl+M)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Put this mark into the trash; Ctrl+Z brings it back</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Rose</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Write a note…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Yellow</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>AnnotationModel</name>
  <message>
   <source>Kept as lost: its words are not in the text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Lost: these words are not in the new text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Moved and verified</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Please check where this belongs</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>p. {page}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>today</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>yesterday</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>AnnotationsPanel</name>
  <message>
   <source>%1 lost</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 to check</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Annotations</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Filter quotes and notes…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go through the marks that wait for your eye (Ctrl+Shift+R)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No marks yet. Select words and press Ctrl+H.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No quote, note or tag holds these words.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Review</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Whose marks are shown</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>this document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>whole archive</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ArchiveChores</name>
  <message>
   <source>%1 mark taken in.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 marks taken in.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Back up</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Checking the archive and its index…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Liaison archives (*%1)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>New archive</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Open archive</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Sample archive</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Take in notes</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The archive and its index are sound.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Web Annotations (*.jsonld *.json)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Wrote %1.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Wrote and verified %1.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>AuthorityChores</name>
  <message>
   <source>%1 has nothing that can be taken in.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Comparing the authority files</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Import an authority list</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Reading %1</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Tables (*.csv *.tsv *.xlsx)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Taking in names</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The archive has the program's authority file already.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The names were taken in and the texts are read for them. Undo takes it back.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>AuthorityPlanDialog</name>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Entries</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Filter names, countries and reasons…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>New and matching entries are taken in. Conflicting ones only where you tick them; what you have changed yourself stays otherwise. One Undo takes all of it back.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No entry holds these words.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Take in %1 entries</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Take in %1 entry</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Take in names</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Take it in</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no entry that differs.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Tick all shown conflicts</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>all</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ChangedFilesDialog</name>
  <message>
   <source>%1 are not there any more</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 are unchanged</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 cannot be read</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 file changed</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 files changed</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 is not there any more</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 is unchanged</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Close</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>File</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Files since they were imported</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Files that are no longer what was imported</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Folder</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Import %1 file</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Import %1 files</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Imported again, a file becomes a new version of its document, and its marks are carried over.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No document of this archive came from a file, so there is nothing to compare.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Nothing changed: all %1 files are as they were when they were imported.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Nothing changed: the file is as it was when it was imported.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>State</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>cannot be read</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>changed</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>not there</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>unchanged</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ChooseEntityDialog</name>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Give to another</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Give to this one</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Names</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Type part of a name…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Who is meant by “%1”?</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ChooseRowDialog</name>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Close</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>CommandPalette</name>
  <message>
   <source>Command</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Commands</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Type a command, a document or a tag…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>What matches</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ConcordanceModel</name>
  <message>
   <source>Date</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Hit</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Words after</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Words before</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ConcordancePanel</name>
  <message>
   <source>All hits</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Copy the lines</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Order of the lines</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Reading the texts…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Save as CSV…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Stop</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no hit in a text.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Type words in the field above to list every place where they stand.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>by date</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>by document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>by the words after</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>by the words before</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>stopped after {count} of {total} lines</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{count} lines</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{count} of {total} lines read…</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>CorrectingDesk</name>
  <message>
   <source>Add the name all the same</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Move here</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Nothing is hidden. “Hide” in the menu of a row hides it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Show again</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>What is to be looked for and stand in the tree again?</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Which country or organisation does “%1” belong under?</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“%1” has only one name, so there is nothing to split off. Add a name first.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“%1” is hidden and looked for no longer. Undo shows it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“%1” was added; it stands in the tree where texts mention it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{name}” stands {count} times in the texts of this archive. As a name it makes up to as many new mentions. A longer name finds fewer.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>CrashDialog</name>
  <message>
   <source>Copy the report</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go on</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Liaison made a mistake</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Report</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Something went wrong inside the program. What was shown as saved is safe. You can go on; if it happens again, close and reopen. The report below helps to mend it.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>DescribeDialog</name>
  <message>
   <source>A document needs a title.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Address</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Archival reference</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Captured</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Correct the description</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Creators</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Excerpt or translation of</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Found at first %1</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Language</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Place</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Published</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Publisher</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Put back what was found in the document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Put back what was found: %1</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Republished</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Reset</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Save the description</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>State described</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Title</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Who speaks</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Written</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>corrected by you</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>from: %1</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>reading the document…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“%1” is no date in EDTF. Write 1949, 2004-09, 2004-09-03, 1949~ or 2020/..</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>DocumentChores</name>
  <message>
   <source>%1 lost</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 mark unchanged</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 marks unchanged</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 moved and verified</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 to be checked by you</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Read again as %1.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Reading “%1” again…</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>DocumentHead</name>
  <message>
   <source>1 mark</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Outline</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Pages</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>archive document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>as of</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>basis not known</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>captured</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>counterpart party</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>foreign media</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>foreign op-ed</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>from elsewhere</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>in</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>inferred</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>language: {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>official media</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>official organ</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>published</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>republished</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>sample</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>scholarship</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>signed by an official</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>stated in the document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>written</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} marks</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>DocumentModel</name>
  <message>
   <source>1 mark</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{count} marks</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>DocumentTabs</name>
  <message>
   <source>Close (Ctrl+W)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Close this document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“%1” is in the trash. Undo brings it back.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>DocumentView</name>
  <message>
   <source>No document is open. Choose one from the list, or import files.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“%1” has no text here.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>DocumentsPanel</name>
  <message>
   <source>Correct title, source and dates…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Documents</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Filter titles…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Import files…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Narrowed to {words}; press to show all</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No document mentions this.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No documents yet. Import files or drag them here.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No title holds these words.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Put into the trash</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Show all documents again</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Show only documents whose text could not be read: scans, locked files</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Without text · {count}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{count} document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{count} documents</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{shown} of {count} documents</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>EditEntityDialog</name>
  <message>
   <source>Add a name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>From</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>It needs a name to be shown by.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Kind</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Kind of name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Language</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Look for this name no longer</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Names of %1</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Names that texts are searched for</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>One name at least is needed. To look for none of them, hide the entity in the tree.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Remove the name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Save the names</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Shown as</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The years of “%1” end before they begin. Give them the other way round.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>These names are looked for in all texts. A language is written en, zh or fr; without one the name counts in all. Years say when a name was in use.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>To</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“%1” is no year. Write 1949, or nothing.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>EntityChoice</name>
  <message>
   <source>Choose this one</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Choose…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Leave it without one</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>None</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>none</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>EntityFacts</name>
  <message>
   <source>Go to the next mention in the texts</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Most often in the same documents</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Related</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Search all texts for this name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Search this</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Show in text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>and %1 more</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>first:</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>former</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>in %1 document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>in %1 documents</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>last:</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>EntityPanel</name>
  <message>
   <source>%1 mention</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 mentions</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Accept this mention, reject it, or give it to another</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Can be: %1</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Click a name in the text or the tree to see who is meant.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Decide on this mention</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Everywhere</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Give to another…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Here</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>In this document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This is not meant</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This is right</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Why: %1</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Wrong? ▾</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>body</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>country</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>in %1 document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>in %1 documents</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>not certain</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>party</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>person</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>region</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>since %1</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>EntityWords</name>
  <message>
   <source>abbreviation</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>demonym</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>former</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>official</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>short</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>variant</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>%1 mark in this export</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 marks in this export</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>About</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>All documents</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>All regions</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>All tags</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Colours</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Export %1 marks…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Export %1 mark…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Export notes</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Export…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Format</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No mark passes these filters.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Preview</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Tag</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>blue</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>green</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>rose</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>yellow</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>FindBar</name>
  <message>
   <source>Aa</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Close (Esc)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Find in this document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Hit before (Shift+F3)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Match accents</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Match capital and small letters</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Next hit (F3)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Not found</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Whole words only</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Words</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0} of {1}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>é</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>FindEntityDialog</name>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Names</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Type part of a name…</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ImportChores</name>
  <message>
   <source>Import a folder</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Import files</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Import finished: %1</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Import log</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Looking which files changed since they were imported…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No archive is open to import into. Make a new one or open one first.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Save the log</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Table (*.csv);;Text (*.txt)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The folder of %1 could not be opened.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The import was stopped. What came in before stays.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>These files are imported when the present import has ended.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Wrote %1.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ImportFigures</name>
  <message>
   <source>%1 MB/s</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 files/s</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 of %2 MB</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a few seconds left</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>about %1 hours left</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>about %1 minutes left</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>about %1 seconds left</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ImportPanel</name>
  <message>
   <source>%1 could not be read</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 file imported</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 files imported</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 held already</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 in a new version</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 skipped</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Cancel the import</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Every file so far came in.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Files that need a word</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go on</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go to the document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Hide this panel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Hide; File, Import progress shows it again</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Import files…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Importing: %1 of %2 files</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Looking for files to import…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No file needs a word.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Nothing was imported since the program started.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Pause</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Paused. What came in can be read, searched and marked.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Progress of the import</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Save log…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Try again</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Try all failed again</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>What became of files</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Legend</name>
  <message>
   <source>Bodies</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Countries</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Hits</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Marks</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Parties</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Persons</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{0}: show or hide this layer</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>&amp;Redo</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>All hits</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Annotations</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Back to the review (Esc)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Close</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Commands</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Documents</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Export notes…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Import</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Import…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Place the mark at the selected words (Ctrl+Return)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Place the mark here</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Regions</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Regions and documents</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Review</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Search results</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Tags</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Toolbar</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Margin</name>
  <message>
   <source>Paragraph numbers</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>p. {0}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>MentionQueueModel</name>
  <message>
   <source>Doubtful</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Likely</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Open</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Unsure</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>MentionQueuePanel</name>
  <message>
   <source>%1 of %2</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 — suggested</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Accept (A)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Accept that %1 is meant</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Another entity… (E)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Back (←)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Back to reading</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Back to reading (Esc)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Looking for mentions to check…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Mentions to review</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No mention waits to be checked.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Only the document in front</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Reject (R)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Review of mentions</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Show in text (T)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Skip (→)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The words around the mention</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Undo (U)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Who is meant by “%1”?</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Why: %1</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>MentionStepper</name>
  <message>
   <source>Next mention</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Previous mention</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{position} of {total}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{total} mentions</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>MergeEntitiesDialog</name>
  <message>
   <source>Add another…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Add this one</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Leave the chosen one as it is</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Merge</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Merge into “%1”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The others go. Their names, mentions and places, and what you decided, come to the one that stays.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>What becomes one</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>What is the same as “%1”?</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Which one stays?</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>NewEntityDialog</name>
  <message>
   <source>Add to the tree</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Country</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Kind</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>New entity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Part of</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The name is looked for in all texts, and what is found appears as mentions. Undo takes it back.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Which country does it belong to?</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Which organisation is it part of?</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>as it stands in the texts</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>NewSchemeDialog</name>
  <message>
   <source>Begin</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Drag countries and regions in the tree to sort them your own way. Other schemes stay as they are.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Empty: everything without a place</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Like “%1”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Make the scheme</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>New scheme</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>as in: By party family</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>OrderButton</name>
  <message>
   <source>Sort the rows of each level</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>docs · mentions ▾</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>OutcomeModel</name>
  <message>
   <source>Could not be read</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>File</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Held already</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Imported, with a remark</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Skipped</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>What happened</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Outline</name>
  <message>
   <source>Headings of the document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This document has no headings.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>PageArea</name>
  <message>
   <source>As wide as the window</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Fit page</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Fit width</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Larger (Ctrl+wheel)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>One whole page</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Show all pages in small beside the page</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Smaller (Ctrl+wheel)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Thumbnails</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>page {0} ({1} of {2})</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>page {0} of {1}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>PageThumbnails</name>
  <message>
   <source>Pages in small</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>PageView</name>
  <message>
   <source>Pages of the document</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>PassageModel</name>
  <message>
   <source>1 document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>1 passage</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{count} documents</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{count} passages</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>PassagePair</name>
  <message>
   <source>Former text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Present text</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>PlanModel</name>
  <message>
   <source>Country</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Status</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Why</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>conflicting</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>left out</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>matching</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>new</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ReachSwitch</name>
  <message>
   <source>Decide</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Everywhere (V)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Here (H)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This document (D)</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ReadAgainDialog</name>
  <message>
   <source>%1 character at the beginning of the file cannot be read in this encoding.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 characters at the beginning of the file cannot be read in this encoding.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 — now</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Choose the encoding in which the words look right. Marks are carried over to the new text.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Encodings</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>First lines in the chosen encoding</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Read again</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Read the document again</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ReadingChores</name>
  <message>
   <source>A paragraph number, or a page as in p. 34</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go to</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Select words first, or choose a mark in the panel.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Select words first, then highlight them.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The mark was deleted. Undo brings it back.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no %1 in this document.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ReviewDesk</name>
  <message>
   <source>%1 mark moved with its text.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 mark waits for your eye.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 marks moved with their texts.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 marks wait for your eye.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Select the words in “%1” first, then place the mark.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Select the words this mark belongs to: “%1”</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ReviewModel</name>
  <message>
   <source>Lost</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Please check</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ReviewPanel</name>
  <message>
   <source>%1 of %2</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Accept (A)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Back (←)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Back to reading</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Back to reading (Esc)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Before</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Every mark has its place. Nothing waits to be checked.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Keep as lost (L)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Lost: these words are not in the new text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Marks to review</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Next place (N)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Now</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Now: no place resembles it</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Place by hand… (H)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Please check where this belongs</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Previous place (P)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Review of marks</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Skip (→)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>agrees %1 %</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>blue</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>green</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>p. %1</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>rose</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>yellow</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>SchemeButton</name>
  <message>
   <source>Also show what no text mentions</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Delete this scheme</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>How countries are sorted into regions</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>New region…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>New scheme…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Rename this scheme…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Scheme of regions</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>SchemeDesk</name>
  <message>
   <source>Move here</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Name of the region</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Name of the scheme</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>New region</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Rename the scheme</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The region “%1” was removed; nothing that stood in it is lost. Undo brings it back.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The scheme “%1” was deleted. Undo brings it back.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This scheme has no regions yet. Make one with “New region…” first.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>To the top</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Which region does %1 belong in?</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Without a place</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>these {0} rows</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>SearchDesk</name>
  <message>
   <source>Save all hits</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Table (*.csv)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The lines were saved in %1.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>SearchField</name>
  <message>
   <source>Search all texts, notes and tags…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Search everywhere</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Search everywhere ({keys})</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>SearchFilters</name>
  <message>
   <source>Choose a row of the tree to search only there</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Clear all</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Narrow ▾</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Only about “{name}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Search only in some years, languages, regions, …</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Show only these: {words}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Years…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>about: {name}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>country</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>kind</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>language</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>region</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>tag</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>year: {first}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>years: from {first} on</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>years: up to {last}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>years: {first} to {last}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{words}; press to take this filter away</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>SearchPanel</name>
  <message>
   <source>Did you mean “{query}”?</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Explain</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Nothing found for “{query}” with these filters.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Nothing found for “{query}”. Try fewer words, another spelling, or the beginning of one: peac*</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Passages</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Passages found</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Read as: {words}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Say in full what the query was read as</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Search without filters</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Searching for “{query}”…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The archive has changed: search again</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Type words in the field above.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>read as: {words} · {time} ms</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{passages} in {documents}</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>As the system</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Colours</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Dark</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Font of documents</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Light</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Line height</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Open the last archive at the start</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Save settings</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Settings</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Size of documents</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Use this font for documents</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Widest line</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>ShortcutsDialog</name>
  <message>
   <source>Keyboard shortcuts</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Keys</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>What it does</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>SplitEntityDialog</name>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Name of the new one</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Names</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Split</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Split them off</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The names ticked go to a new one of the same kind and country. Some must stay.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Which names of “%1” mean another one?</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>StartPage</name>
  <message>
   <source>An archive is one file on your machine. It holds your documents, your marks and your notes; nothing leaves this machine.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Makes a small archive of texts written for this program</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>New archive…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Open archive…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Read, mark and quote the papers of party diplomacy</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Recent archives</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Try the sample</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message>
   <source>%1 document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 documents</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 mark</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 marks</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 mention</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 mentions</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1: %2 of %3</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>, about %1 minute left</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>, about %1 minutes left</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>, about %1 second left</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>, about %1 seconds left</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>All changes saved</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Progress of the running job</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Stop</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Strip</name>
  <message>
   <source>Marks on the left, hits on the right. Click to go there.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Places of marks and hits</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>TagField</name>
  <message>
   <source>Tags</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Tags, separated by commas</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>TagsPanel</name>
  <message>
   <source>Filter tags…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No tag holds these words.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No tags yet. Give a mark some in the panel of annotations.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Tags</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>TextMenu</name>
  <message>
   <source>Change to {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Copy</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Edit note and tags…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Let the active mark cover the selection</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Mark all {0} hits</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Mark in {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Mark this hit</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Mark “{0}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>New entity from these words…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Remove mark</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Search everywhere for “{0}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>blue</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>green</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>rose</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>yellow</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{0}” is wrong…</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>TextView</name>
  <message>
   <source>Text of the document</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>TreeDesk</name>
  <message>
   <source> and </source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source> or </source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>tag: %1</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>TreeMenu</name>
  <message>
   <source>Add a name…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Hide</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Merge these {0}…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Merge with…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Move down</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Move to region…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Move under…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Move up</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>New entity here…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>New region here…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Remove a name…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Remove the region</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Rename…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Show something hidden…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Split…</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>TreeModel</name>
  <message>
   <source>{name}: {mentions} mentions in {documents} documents</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>TreePanel</name>
  <message>
   <source>%1 mention to check…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>%1 mentions to check…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>By name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Filter names…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go through the mentions that nobody has decided on</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Import files…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>In the scheme's order</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Most documents first</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Most mentions first</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No documents yet. Import files or drag them here.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>No name in the tree holds these words.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Regions, countries, parties and bodies</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>TreeSwitches</name>
  <message>
   <source>%1 chosen</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>All</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Any</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Count only the documents that the search has found</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Documents that mention at least one of the chosen rows</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Documents that mention every one of the chosen rows</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Only in what is found · %1</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>WindowChores</name>
  <message>
   <source>Command</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Leave the search, clear the hits</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Tag</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>Wiring</name>
  <message>
   <source>The document was deleted. Undo brings it back.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>YearChart</name>
  <message>
   <source>Documents by year</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>YearsDialog</name>
  <message>
   <source>A document counts when one of its dates lies in these years. Leave a field empty for no limit.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>From the year</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Only documents of some years</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>To the year</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Use these years</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>any</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>&amp;About Liaison</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Annotate</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Back</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Back up…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Check the archive</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Close archive</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Close the document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Commands</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Copy</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Export notes…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;File</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Find in the document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Forward</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Go</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Import files…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Keyboard shortcuts</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;New archive…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Next hit</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Next panel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Open archive…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Previous hit</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Put all panels back</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Quit</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Redo</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Review marks…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Settings…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Take in notes…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Undo</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;Usual size</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>&amp;View</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>A&amp;rchive</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Check for changed &amp;files…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Go to &amp;paragraph or page…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Highlight</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Highlight in blue</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Highlight in green</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Highlight in rose</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Import a &amp;folder…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Import an a&amp;uthority list…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Import p&amp;rogress</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Make the &amp;index anew</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Next &amp;document tab</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>P&amp;revious panel</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Read the document again &amp;as…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Review &amp;mentions…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Search &amp;everywhere</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Take in the &amp;newer authority file…</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Try the &amp;sample</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Write a &amp;note</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Zoom &amp;in</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Zoom &amp;out</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>messages</name>
  <message>
   <source>Cancel</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>storage</name>
  <message>
   <source> (line {lineno})</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>A bracket has no partner and was left out.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>A name needs at least one letter.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>A part of the file is encrypted with a password. Save it without one, and import it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>A part of the file is no XML ({error}). Get another copy of it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>A part of the file is no XML. Get another copy of it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>A part of {path} or of its index cannot be read ({error}). Check the archive and let its index be repaired; if that does not help, restore a backup.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>A quotation mark has no partner; the words behind it were read one by one.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>A region cannot be put into itself or into a region that stands in it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>A row of the table {table} refers to a row of {other} that is missing.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>A scheme would hold a region or country twice, or one that is no longer there. Nothing was changed; undo what was done since, then try again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>A text of document {document} is not the one that was stored.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Annotation {number} of the file was left out: {reason}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>April</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>August</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Characters of the file that are damaged stand as {sign} in its text: {count}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Characters {start} to {end} are no range inside document {document}, which has {count} characters. Give a start below the end, both inside the text.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Characters {start} to {end} are no range inside the present text of document {document}. Select at least one character of it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Choose a file with entries</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Choose at least two to make one of them.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Choose some of the names of {former}, not none and not all.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>December</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Documents whose {what} is missing in the search index: {missing}; too many: {extra}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Excel workbook</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>February</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Files inside the document could not be read, so their words are missing: {names}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Give it a first row with “name” or “name_english”, and “country” where there is one</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>HTML (one file)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Import finished</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>In scripts written without spaces any part of a word is found as it is; * and ? were left out</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>It is not there, or lies too deep.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>It was taken out of the trash.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Its path leads out of the archive, so it was not read. Check where the archive is from.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>January</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>July</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>June</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Left out, since there was nothing to join: {strays}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>March</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>May</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>November</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>October</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Of the book's parts {count} are missing or damaged: {lost}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Of {pages} pages {lost} are damaged, and their text is missing: {listed}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Only the first {longest:,} characters of the query were read.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>PDF properties</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Part {number} of segment {segment} of the search index is damaged.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Persons</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Reading texts for the search</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Save it again as CSV</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Segment {segment} of the search index holds {terms} terms where {expected} are expected.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>September</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Split it, or leave columns of names out</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Split it, then import the parts</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The PDF has no text, only pictures of its pages (a scan). Make it searchable with a text recognition program, and import it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The PDF is damaged: none of its pages can be read. Get another copy of it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The PDF is encrypted with a password, so its text is missing. Open it with its password in a PDF program, save it without one, and import it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The archive file is damaged: {finding}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The archive holds these bytes already, as document {known}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The book is protected against copying (DRM), so its text is missing. Import an unprotected edition of it, if there is one.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The copy {target} came out damaged ({verdict}). Check the disk, then try again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The disk that holds {path} is full. Make room there, then try again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The document holds no text, only pictures or nothing at all.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The document is encrypted with a password, so its text is missing. Open it with its password, save it without one, and import it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The document is encrypted with a password, so its text is missing. Save it without one, and import it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The encoding of the file could not be found out. Open it in a text editor, save it as UTF-8, and import it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file begins like a PDF but is damaged and cannot be opened. Get another copy of it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file begins like {encoding} but is damaged at byte {byte}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file holds more than {count} files. Unpack it, then import the folder.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is a ZIP archive of several files. Unpack it, and import the folder.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is a ZIP package without a document in it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is a damaged EPUB book: it does not say what is in it. Get another copy of it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is a damaged OpenDocument file: it has no body. Get another copy of it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is a damaged OpenDocument file: it has no content. Get another copy of it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is a damaged ZIP package ({problem}). Get another copy of it, or repair it in the program it was made with.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is a saved page whose text is missing. Open it in a browser, and save it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is a spreadsheet, drawing or slides. Save its text as DOCX or PDF.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is an OpenDocument spreadsheet, drawing or slides. Save its text as ODT or PDF.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is damaged ({mended}): some of its text may be missing.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is empty: there is no text in it to read.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is in the old format of Word or another office program. Save it as DOCX or PDF.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is no XLSX table: it has no sheet. Save it as XLSX or CSV, then try again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is no text: it is a film or picture.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is no text: it is {kind}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is not a text: it holds binary data of no known kind. Import the document that it was made from.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file is not in the encoding {encoding}. Choose another one.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file of the search index is damaged: {found}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The file unpacks to more than {size} MB, which no document needs, and was not read further. Check where it is from.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The folder {parent} is read-only, and {file} needs room beside it for its index. Copy the archive to a folder where you may write and open the copy.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The folder {target} holds no files to import.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The format of the file says how its text is encoded. Read it again without choosing an encoding.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The import was cancelled.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The index file is damaged: {finding}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The index lacks {stale} documents or holds them in an older state.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The index was damaged and has been made anew. Ask for all hits again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The index was made anew from the archive.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The page holds no text: what it shows is made by a program or pictures when a browser opens it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The page holds nothing that can be read: it has no text and no structure.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The pages of this PDF cannot be drawn: the file is damaged. Its text can still be read in the text view.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The scheme “{former}” is the one everything is counted by, and stays.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The search index {file} cannot be written ({error}). Make its folder writable or free some space, then open the archive again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The settings could not be saved in {path} ({problem}). They hold until you close the program.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The settings in {path} could not be read and are as when new. The old file is {kept}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The text marked with “{quote}” is not in this archive. Import that document first, then the notes again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The words “{quote}” do not stand in “{document}”. The mark was not taken; the file still holds it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>The years of “{name}” end before they begin. Give them the other way round.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is a scheme “{name}” already. Give another name.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no document {document} in this archive. List the documents to see the numbers.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no entity {entity} in the authority file of this archive.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no export format called “{name}”. Choose one of: {names}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no field {listed}; it was read as a word.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no file {path}. Check the name, or make a new archive there.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no folder {parent}. Make it first, or choose another place.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no mark {mark} in this archive. It may have been deleted.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no region {region} in the scheme “{scheme}”.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no scheme {scheme} in this archive. It has: {known}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no text in the file beside its front matter.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>There is no {what} {identity} in the authority file of this archive.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>These words do not stand in document {document}, letter for letter. Copy them from the text, or give --start and --end.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>These words stand {count} times in document {document} (at {places}). Give more of them, or --start and --end.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This authority file cannot be used: it is not JSON ({error}). Nothing was changed; choose another file.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This authority file cannot be used: {reason}. Nothing was changed; choose another file.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This file is JSON but holds no Web Annotations: there is no Annotation, AnnotationPage or AnnotationCollection in it. Choose another file.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This file is nested too deeply to be a file of annotations.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This file is not JSON: it is not text in UTF-8. Choose a JSON-LD file.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>This file is not valid JSON{where}. Choose a JSON-LD file of annotations.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Tidying the index</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>W3C Web Annotation (JSON-LD)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>Without a place</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a PDF</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a PostScript file; turn it into a PDF</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a ZIP file or an office document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a compressed file; unpack it</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a database</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a film</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a former name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a former name ({first}–{last})</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a list cannot bring countries; add it by hand in the tree</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a name or role of {where} has no text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a name or role of {where} is not written as a row of 1 to {width} cells</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a picture</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a picture, sound or film</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a program</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a region of the scheme {identity} is not written as an object</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a region stands twice in the scheme “{scheme}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a scanned book (DjVu); turn it into a PDF</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a scheme</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a scheme is not written as an object</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a short name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a sound</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a sound or film</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a technical entry of Party Facts, no party</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a typeface</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>a year of {where} is not a whole number</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>abbreviation</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>abbreviation that stands for nothing else in the authority file</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>abbreviation that the text gives for the full name in ¶ {number}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>abbreviation, after the full name in ¶ {number}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>abbreviation, before the full name in ¶ {number}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>abbreviation; its country or its organisation is named in the document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>abbreviation; nobody else of that name was known by it then</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>abbreviation; nothing speaks for another one</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>abbreviation; the text does not say which is meant</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>about {date}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>accept the place of {marks}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>accepted by hand</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>add name to “{former}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>add region “{name}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>add {marks}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>add “{name}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>added by hand</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>adds one name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>adds {added} names</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>an entry</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>an entry is not written as an object</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>an old office document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>an organisation it belongs to is named beside it</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>another spelling or form of its name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>approximate</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>as it is here</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>authority file {version}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>autumn {year}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>autumn {year} (northern hemisphere)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>autumn {year} (southern hemisphere)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>became</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>between {first} and {last}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>cannot be read as a table ({error})</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>change names of “{former}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>change {marks}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>colour {marks}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>correct description</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>could not be read and is kept as text: {error}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>country</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>country or organisation</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>date above the text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>date in the source line</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>date {number} has no known layer or no edtf</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>dated {days}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>day</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>decide on mention</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>delete {marks}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>delete {what}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>demonym</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>detected from the words</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>entity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>every document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>everywhere</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>extend {marks}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>family name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>file name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>first half of {year}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>first quarter of {year}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>first third of {year}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>first year</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>form</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>founded {known} here and {listed} in the list; left as it is</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>fourth quarter of {year}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>from {date}, end unknown</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>from {first} on</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>front matter</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>given to another by hand</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>has column names but no entries</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>has more than {count:,} entries</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>has no column of names (its columns: {found})</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>has the part</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>header of the saved page</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>heading in the text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>here</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>hidden</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>hide “{name}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>holds {names:,} names, and more than {most:,} at once would slow down every reading of a text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>identifiers</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>import “{source}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>inside the name of {holder}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>is larger than {size} MB</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it does not begin as an authority file does</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it does not quote a text (there is no TextQuoteSelector with an exact quote)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it ended ({last_year}) before it began ({first_year})</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it has no letters</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it has no name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it has several targets</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it holds no fields</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it is a region, and a list cannot say what is in it; make it in a scheme of the tree</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it is a single letter</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it is about a whole document, not about a passage</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it is an everyday word and would be found everywhere</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it is longer than {count} characters</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it is named in full in ¶ {number}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it is nested too deeply</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it is no abbreviation</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it is, step by step, a part of itself</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it only says what kind of thing it is and would be found everywhere</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>it was made by a newer version of this program</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>its country is named in the heading</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>its country is the nearest one named in ¶ {number}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>its country or an organisation it belongs to is named in the document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>its full name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>its id {identity} stands in row {earlier} already</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>its identities are those of {known} and of {name}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>its names are those of {known} and of {name}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>keep {marks} as lost</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>kind</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>kind of name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>last third of {year}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>last year</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>line above the text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>made the program that reads files break off</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>mark</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>merge into “{kept}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>metadata of the book</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>month</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>move {what}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>move “{former}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>named as {known}, which began in {first_year}, after this one ended</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>named as {known}, which ended in {last_year}, before this one began</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>named as {known}, which has the identity {other} in {register}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>names</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>native name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>new scheme “{name}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>newer: {what}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>newer: {what}; your changes stay</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>none of its names can be looked for: {refused}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>not a class of source: {source_class}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>not {words}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>note</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>note on the author at the end of the text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>nothing speaks for another of that name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>nothing: there is no word in the query</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>one of a list with its country</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>organisation or person</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>part of</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>perhaps about {date}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>perhaps {date}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>place {marks}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>properties of the file</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>recolour {marks}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>rejected by hand</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>remove name of “{former}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>remove region</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>remove scheme “{former}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>rename scheme “{former}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>rename “{former}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>restore {what}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>roles</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>row {row} matches {known} already</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>scheme</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>second half of {year}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>second quarter of {year}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>second third of {year}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>shared name; it is the nearest country named in the paragraph</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>shared name; the document names no other country of that name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>show again “{name}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>since {date}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>source</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>source line at the end of the text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>split from {entity} by hand</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>split “{former}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>spring {year}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>spring {year} (northern hemisphere)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>spring {year} (southern hemisphere)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>successors</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>summer {year}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>summer {year} (northern hemisphere)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>summer {year} (southern hemisphere)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>tag {marks}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>take back decision</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>take over authority file {version}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the boilerplate</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the country beside it leaves more than one</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the country is named beside it</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the country “{country}” is not known here</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the field {name}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the file</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the id {identity} stands in it twice</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the identifiers of {where} are not pairs of texts</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the language</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the region {identity} stands, step by step, below itself</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the region {region} of the scheme “{scheme}” has no members</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the same identity</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the same identity, but its country is “{country}” in the list</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the same name, “{name}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the scheme “{scheme}” names {missing}, which is not in the file</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the text does not say which country is meant</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the text does not say which is meant</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the words “{words}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>the words “{words}” with up to {count} words between neighbours</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>third quarter of {year}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>this document</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>title in the text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>took longer than {seconds:g} seconds and was given up</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>two schemes have the same id</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>uncertain</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>uncertain and approximate</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>until {date}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>until {date}, beginning unknown</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>up to {last}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>was before</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>winter {year}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>winter {year} (northern hemisphere)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>winter {year} (southern hemisphere)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>with an office held: {office}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>with its country beside it</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>with whom it belongs to beside it</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>words beginning with “{word}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>words from “{first}” to “{last}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>words like “{word}”, changed letters: {count} at most</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>words marked by hand</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>words of the pattern “{pattern}”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>write note on {marks}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>year</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>year unknown</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>you changed {what}, and so does the newer file; yours stays</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>you made it one with another entity; it stays so</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>you removed it</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>your changes stay</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{a} and {b}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{a} or {b}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{a}, better with {b}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{a}, but not {b}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{a}, only where also {b}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{count:,} documents</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{count:,} marks</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{count} rows</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{date} or earlier</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{date} or later</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{day} {month} {year}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{day} {month}, year unknown</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{decade}0s</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{entity} and {kept} are not of one kind and cannot be made one.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{entity} is no {what}. Choose another one.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{entity} stands under its country. Move it to another country, or to none.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{error}. The query was read as plain words.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{file} cannot be read ({error}). Check that its drive is connected.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{file} changed while it was read. Import it again when nobody writes to it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{file} could not be read because of an error in the program ({wrong}).</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{file} is larger than {size} MB. Split it, then import the parts.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{file} needs more memory than one file may use. Split it, then import the parts.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{file} was taken out of the archive while it was read. Import it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{file} {what}. It is damaged or too large for this computer; everything else was read.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{file} {what}. {advice}; nothing was changed.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{first} and {last}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{first} or {last}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{first} to {last}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{former} has no name “{missing}”.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{former} has no name “{name}”.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{former} has the name “{name}” already.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{former} needs a name to be looked for. Hide it to look for it no longer.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{identity} is, step by step, a part of itself</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{identity} refers to {other}, which is not in the file</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{month_and_year}, day unknown</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{month} {year}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{month}, year unknown</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{moved} cannot be put under {target}, which is itself, step by step, a part of it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{name} is missing</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} cannot be locked for writing ({problem}). Copy it to a folder where you may write.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} cannot be read ({problem}). Check its name and place.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} cannot be read ({problem}). Check its permissions and that its drive is connected.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} cannot be read ({problem}). Check that its drive is connected, then import it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} cannot be read ({problem}). Check that its drive is connected, then try again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} cannot be used ({error}). Check that its drive is connected and may be written to, then try again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} cannot be written ({error}). Check that the folder may be written to and its disk has room.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} has been closed. Open it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} is a folder where the archive's index belongs. Move it away, then open the archive.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} is a folder, not an archive. Choose a file ending in .liaison.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} is damaged ({error}). Restore it from a backup; nothing was changed.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} is damaged ({error}). Restore it from a backup; the damaged file has not been changed.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} is empty (0 bytes), so it holds no archive. Restore it from a backup, or make a new archive.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} is held by another program. Close it there, then try again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} is not a Liaison archive. Choose a file that ends in .liaison.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} is not there any more. If it lies on a drive, check that the drive is connected.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} is not there. Check the name; if it lies on a drive, check that the drive is connected.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} is open in another Liaison window or command. Close it there, then try again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} is read-only. Allow writing to it, or copy it to a folder where you may write and open the copy.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} is there already. Choose another name, or open it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} may not be read by you. Ask its owner for permission to read and write it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} may not be read by you. Change its permissions, then import it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} must be brought to a newer format, and a copy has to be kept first. {error}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{path} was written by a newer Liaison (format {version}; this program knows up to {known}). Install the newer Liaison to open it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{reason} Save it again as UTF-8 in the program it comes from.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{source} cannot be read ({problem}). Check its name and place.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{target} cannot be written ({error}). Check that the folder may be written to and its disk has room.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{target} cannot be written ({problem}). Choose a folder you may write to, on a disk with room.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{target} is there already. Choose another name for the copy.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{usage}; it is named beyond doubt in ¶ {number}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{where} has the {what} “{value}”, which this program does not know</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{words} in {field}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{year} BC</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{year}, month and day unknown</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>{year}, month unknown</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{expression}” is not a regular expression ({error})</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{expression}” is too large for a regular expression</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{expression}” repeats what can itself be read in many ways, which could take for ever to look for</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{key}” of {where} holds something that is not a text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{key}” of {where} is missing or not a text</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{key}” of {where} is not a list</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{kind}” is no kind that is known here (party, body, person, country)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{text}” cannot be a name: {why}. Give more of its words.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{text}” is left out, since {why}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{title}” is no text file or page, so its format itself says how it is encoded. There is no other encoding to read it in.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{words}” is no year</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{words}” is not a date</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{words}” is not a date such as 2004, 2004-08 or 2004-08-19</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <source>“{word}” or a form of it</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
 <context>
  <name>translation</name>
  <message>
   <source>en</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
</TS>
