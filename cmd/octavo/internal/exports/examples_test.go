package exports

// formExamples has an example of each form but those of Kindle, with what it says.
var formExamples = []struct{ name, text, want string }{
	{"KOReader's text", "\u3000The Lamp\n\u3000\n\u3000Kept\n\u3000\n\u3000\u3000-- Seite: 9, hinzugefügt am Do 26 Nov 2026 10:12:00\n\n{P}\n---\n{N}\n-=-=-=-=-=-\n" +
		"\u3000Kept\n\u3000\n\u3000\u3000-- Seite: 10, hinzugefügt am Do 26 Nov 2026 10:13:00\n\n{S}\n-=-=-=-=-=-\n\n", "comment p9 (Kept) [{P}] {N}\nhighlight p10 (Kept) [{S}]"},
	{"KOReader's Markdown", "# The Lamp\n##### Ben Roe\n\n## Kept\n### Page 9 @ 26 November 2026 10:12:00 AM\n**{P}**\n\n---\n{N}\n\nAnd more.\n" +
		"### Page 10 @ 26 November 2026 10:12:00 AM\n{S}\n\n[View in book](file:///x?pos=1)\n\n_Generated at: 2026-11-26-10-20-00_\n",
		"comment p9 (Kept) [{P}] {N}//And more.\nhighlight p10 (Kept) [{S}]"},
	{"KOReader's page", `<!DOCTYPE html><html><head><title>The Lamp</title></head><body><div><h2 style="font-size:18pt; text-align:right;">The Lamp</h2>` +
		`<h5>Ben Roe</h5><div style="font-weight:bold; text-align:center;"><span>Kept</span></div><div><div style="font-size:10pt;"><div style="display:inline-block; width:0.2em;"></div>` +
		`<span>26.11.2026</span><span style="float:right"> 9</span></div><div style="font-size:12pt"><span>{P}</span></div><div style="margin-left:2em;"><span>{N}</span></div></div></div></body></html>`,
		"comment p9 (Kept) [{P}] {N}"},
	{"KOReader's JSON", `{"documents":[{"title":"The Lamp","entries":[{"sort":"highlight","drawer":"lighten","page":9,"chapter":"Kept","time":1764150000,"text":"{P}","note":"{N}"},` +
		`{"sort":"highlight","drawer":"strikeout","page":10,"time":1764150060,"text":"{S}"}]}]}`, "comment p9 (Kept) [{P}] {N}\nstrike-out p10 [{S}]"},
	{"KOReader's own file", "-- /x.sdr/metadata.epub.lua\nreturn {\n[\"annotations\"] = { [1] = { [\"chapter\"] = \"Kept\", [\"datetime\"] = \"2026-11-26 10:12:00\", [\"note\"] = \"{N}\",\n" +
		"[\"pageno\"] = 9, [\"page\"] = \"/body/p.0\", [\"text\"] = \"{P}\", }, [2] = { page = 3, pos0 = [[x]], text = '{S}' } },\n[\"doc_props\"] = { [\"title\"] = \"The Lamp\" }, [\"n\"] = -1.5, [\"m\"] = 0x1F, }\n",
		"comment p9 (Kept) [{P}] {N}\nhighlight p3 [{S}]"},
	{"an older KOReader's file", "return { [\"bookmarks\"] = { [1] = { [\"highlighted\"] = true, [\"notes\"] = \"{P}\", [\"text\"] = \"{N}\" },\n" +
		"[2] = { [\"highlighted\"] = true, [\"notes\"] = \"{S}\", [\"text\"] = \"Page 9 {S} @ 2026-11-26 10:12:00\" } },\n[\"highlight\"] = { [9] = { [1] = { [\"text\"] = \"{P}\", [\"drawer\"] = \"lighten\" } } } }\n",
		"comment [{P}] {N}\nhighlight [{S}]"},
	{"Boox", "Lesenotizen\u00A0|\u00A0<<The Lamp>>Ben Roe\nKept\n2026-11-26 10:12\u00A0\u00A0|\u00A0\u00A0Seite Nr.: 9\n{P}\n【Anmerkung】{N}\n-------------------\n" +
		"2026-11-26 10:15\u00A0\u00A0|\u00A0\u00A0Seite Nr.: 10\n{S}\n-------------------\n", "comment p9 (Kept) [{P}] {N}\nhighlight p10 (Kept) [{S}]"},
	{"an older Boox", "BOOX Reading Notes | <<The Lamp - Ben Roe>>\nKept\nTime：2026-11-26 10:12\n【Original Text】{P}\n【Annotations】{N}\nReally.\n【Page Number】9\n-------------------\n",
		"comment p9 (Kept) [{P}] {N}/Really."},
	{"Tolino", "The Lamp (Roe, Ben)\nNotiz auf Seite 9: {N}\n\"{P}\"\nHinzugefügt am 26.11.2026 | 10:12\n\n-----------------------------------\n\n" +
		"The Lamp (Roe, Ben)\nMarkierung auf Seite 10-11: \"{S}\"\nHinzugefügt am 26.11.2026 | 10:13\n\n-----------------------------------\n\n" +
		"The Lamp (Roe, Ben)\nLesezeichen auf Seite 10:\nHinzugefügt am 26.11.2026 | 10:13\n\n-----------------------------------\n", "comment p9 [{P}] {N}\nhighlight p10 [{S}]"},
	{"Tolino in French", "The Lamp (Roe, Ben)\nNote à la page 9\u00A0: {N}\n« {P} »\nAjouté le 26/11/2026 | 10:13\n\n-----------------------------------\n", "comment p9 [{P}] {N}"},
	{"Moon+ Reader", "7\nindent:false\ntrim:false\n#\n43\nThe Lamp\n/sdcard/lamp.epub\n/sdcard/lamp.epub\n5\n0\n120\n42\n-256\n1764150000000\n\n{N}\n{P}\n0\n0\n0\n" +
		"#\n44\nThe Lamp\n/sdcard/lamp.epub\n/sdcard/lamp.epub\n5\n0\n180\n30\n-256\n1764150001000\n\n\n{S}\n0\n1\n0\n#\n45\nThe Lamp\n/a\n/a\n5\n0\n180\n30\n-256\n1764150001000\nmark\n\n\n0\n0\n0\n",
		"comment [{P}] {N}\nstrike-out [{S}]"},
	{"Moon+ Reader, shared", "The Lamp - Ben Roe (Highlight: 2; Note: 1)\n───────────────\n\n◆ Kept\n\n▪ {P} ({N})\n\n▪ {S}\n", "comment (Kept) [{P}] {N}\nhighlight (Kept) [{S}]"},
	{"Kindle's mail", "Zorgle\nThe Lamp\n\nHighlight (Yellow) | Page 9 · Location 120\n{P}\n\nNote | Page 9 · Location 121\n{N}\n", "comment p9 (The Lamp) [{P}] {N}"},
	{"Obsidian's Kindle", "# The Lamp\n## Metadata\n* Author: Ben\n\n## Highlights\n{P} — location: [120](kindle://book?action=open&location=120) ^ref-1\n\n{N}\n\n---\n{S} — location: [140](kindle://book?location=140) ^ref-2\n\n---\n",
		"comment (The Lamp) [{P}] {N}\nhighlight (The Lamp) [{S}]"},
	{"a list on a page", `<html><body><h1>The Lamp</h1><ul><li>{P}<br>Note: {N}</li><li>{S}</li></ul></body></html>`, "comment (The Lamp) [{P}] {N}\nhighlight (The Lamp) [{S}]"},
	{"JSON in no language", `[{"Zorgle":"{P}","Blip":"{N}","Fnord":"https://x.example/a/b/c/d/e/f/g/h"}]`, "comment [{P}] {N}"},
	{"a label in no language", "{S}\n\nZorgle：{P}\n{N}\n", "highlight [{S}]\ncomment [{P}] {N}"},
	{"PocketBook", `<html><body><h1>The Lamp</h1><h2>Ben Roe</h2><div class="bookmark bm-color-yellow"><p class="bm-page">9</p><div class="bm-text"><p>{P}</p></div><div class="bm-note"><p>{N}</p></div></div></body></html>`,
		"comment p9 [{P}] {N}"},
	{"Google Play Books", `<html><body><p>Dieses Dokument wird überschrieben.</p><h1>The Lamp</h1><p>Ben Roe</p><h2>Kept</h2><table><tr><td><p><span style="background-color:#fde096">{P}</span></p><p></p>` +
		`<p>{N}</p><p><span>26. November 2026</span></p></td><td><p><a href="http://play.google.com/x">9</a></p></td></tr></table></body></html>`, "comment p9 (Kept) [{P}] {N}"},
	{"Google Docs", `<html><head><title>x</title></head><body><p>not have {P}<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> -- see</p><div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>{N}</span></p></div></body></html>`,
		"note [] {N}"},
	{"Kobo's file", `<annotationSet xmlns="http://ns.adobe.com/digitaleditions/annotations" xmlns:dc="http://purl.org/dc/elements/1.1/"><publication><dc:title>The Lamp</dc:title></publication>` +
		`<annotation><dc:date>2026-11-26T10:12:00Z</dc:date><target><fragment start="a" end="b"><text>{P}</text></fragment></target><content><dc:date>2026</dc:date><text>{N}</text></content></annotation></annotationSet>`,
		"comment [{P}] {N}"},
	{"Kobo's text", "The Lamp\nBen Roe\n\n{P}\n\nNotiz: {N}\n\n{S}\n", "comment (The Lamp) [{P}] {N}\nhighlight (The Lamp) [{S}]"},
	{"text without any sign", "{P}\n\n{N}\n\n{S}\n", "comment [{P}] {N}\nhighlight [{S}]"},
	{"Apple Books, one", "„{P}“\n\nAuszug aus\nThe Lamp\nBen Roe\nhttps://books.apple.com/de/book/x\nDieses Material ist möglicherweise urheberrechtlich geschützt.\n", "highlight [{P}]"},
	{"Apple Books, one, in no language", "«\u00A0{P}\u00A0»\n\n{N}\n\nZorgle\nThe Lamp\nBen Roe\n\nFnord blip zork.\n", "comment [{P}] {N}"},
	{"Apple Books, older", "“{P}”\n\nExcerpt From: Ben Roe. “The Lamp.” iBooks. \n\nThis material may be protected by copyright.\n\n“{S}”\n\nExcerpt From: Ben Roe. “The Lamp.” iBooks. \n",
		"highlight [{P}]\nhighlight [{S}]"},
	{"Apple Books, many", "Notes From\nThe Lamp\nBen Roe\n\nThe Lamp\n\nNovember 26, 2026\n{P}\n{N}\n\nNovember 26, 2026\n{S}\n\nAll Excerpts From\nBen Roe. “The Lamp.” Apple Books. \n",
		"comment (The Lamp) [{P}] {N}\nhighlight (The Lamp) [{S}]"},
	{"Apple Books, many, in no language", "Zorgle\nThe Lamp\nBen Roe\n\n26. Blipember 2026\n{P}\n{N}\n\n26. Blipember 2026\n{S}\n\nFnord\n\nBen Roe. “The Lamp.” Apple Books.\n",
		"comment (The Lamp) [{P}] {N}\nhighlight (The Lamp) [{S}]"},
	{"Readwise's Markdown", "# The Lamp\n\n![cover](https://x.example/x.jpg)\n\n## Metadata\n- Author: [[Ben Roe]]\n- Full Title: The Lamp\n- Category: #books\n\n## Highlights\n- {P} ([Page 9](https://readwise.io/x))\n" +
		"    - **Tags:** #no\n    - **Note:** {N}\n- {S} ([Location 140](https://readwise.io/y))\n", "comment p9 (The Lamp) [{P}] {N}\nhighlight (The Lamp) [{S}]"},
	{"Readwise's table", "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n\"{P}\",The Lamp,Ben Roe,,\"{N}\",yellow,,location,120,2026-11-26 10:12:00+00:00,\n",
		"comment [{P}] {N}"},
	{"a table in no language", "Zorgle;Blip;Fnord;Zork\nThe Lamp;9;\"{P}\";\"{N}\"\n", "comment [{P}] {N}"},
	{"Hypothesis's table", "Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags\n2026-11-26T10:12:00,ann,9,https://x.example,Public,Annotation,\"{P}\",\"{N}\",\n", "ann: comment p9 [{P}] {N}"},
	{"Hypothesis's Markdown", "# x\n\n## Highlights\n- {P} — [Updated on 2026-11-26 10:12:00](https://hyp.is/abc) — Group: #Public\n    - Annotation: {N}\n", "comment [{P}] {N}"},
	{"Zotero's Markdown", "# Annotations  \n(26/11/2026, 10:12:00)\n\n“{P}” ([Roe, 2026, p. 9](zotero://select/library/items/X)) ([pdf](zotero://open-pdf/library/items/Y?page=9)) {N}\n", "comment p9 [{P}] {N}"},
	{"Zotero's page", `<div class="zotero-note"><h1>Annotations<br>(26/11/2026)</h1><p><span class="highlight" data-annotation="%7B%7D">“{P}”</span> <span class="citation">(<span class="citation-item">Roe, p. 9</span>)</span> {N}</p></div>`,
		"comment [{P}] {N}"},
	{"Zotero's JSON", `[{"key":"X","data":{"itemType":"annotation","annotationType":"highlight","annotationText":"{P}","annotationComment":"{N}","annotationPageLabel":"9"}}]`, "comment p9 [{P}] {N}"},
	{"Foliate", `{"annotations":[{"value":"epubcfi(/6/12!/4)","color":"yellow","text":"{P}","note":"{N}","created":"2026-11-26T10:12:00Z"},{"value":"epubcfi(/6/14!/4)","color":"underline","text":"{S}","note":""}],"metadata":{"title":"The Lamp"},"progress":[4,10]}`,
		"comment [{P}] {N}\nunderline [{S}]"},
	{"Foliate's Org", "#+title: Annotations\n\n* Kept\n\n** yellow\n\n#+begin_quote\n{P}\n#+end_quote\n{N}\n", "comment (yellow) [{P}] {N}"},
	{"Foliate's page", `<html><body><h1>Annotations</h1><blockquote style="border-color: yellow">{P}</blockquote><p>{N}</p></body></html>`, "comment (Annotations) [{P}] {N}"},
	{"calibre", `{"version":1,"type":"calibre_highlights","highlights":[{"type":"highlight","highlighted_text":"{P}","notes":"{N}","toc_family_titles":["Kept"],"timestamp":"2026"},{"removed":true,"type":"highlight","uuid":"x","highlighted_text":"{S}","timestamp":"2026"}]}`,
		"comment (Kept) [{P}] {N}"},
	{"Thorium", `{"type":"AnnotationSet","about":{"dc:title":"The Lamp"},"items":[{"type":"Annotation","creator":{"type":"Person","name":"Ann"},"body":{"type":"TextualBody","value":"{N}","color":"yellow","highlight":"solid"},` +
		`"target":{"source":"c.xhtml","meta":{"headings":[{"txt":"Kept"}],"page":"9"},"selector":[{"type":"TextQuoteSelector","exact":"{P}"}]}},{"type":"Annotation","motivation":"bookmarking","target":{"source":"c.xhtml"}}]}`,
		"Ann: comment p9 (Kept) [{P}] {N}"},
}
