package importer

import "testing"

// TestMaximsInMarkdown makes entries in files that are copied, and leaves the rest of them as it is.
func TestMaximsInMarkdown(t *testing.T) {
	dir := folderOf(t, map[string]string{
		"a.md": "---\ntitle: Service\n---\n\nLead.\n\n## Ask, then *wait* for it.\n\nGloss `one`.\n\n## The Long Way Home\n\nA   section.\n\n**Count twice, pay once.**\n\nGloss two.\n\nUnder it all\n-----\n\nEnd.\n",
		"b.md": "# Seed\n\nQuiet sells more\nthan talk does.\n\nHe was quiet for a year, and sold more than he had in ten.\n\n*Write it down at once.*\n\nWhat is written down is remembered, and what is remembered is done.\n",
		"d.md": "# One\n\n## Sell it once, well.\n\nGloss.\n\n# Two\n\n## Pay it twice, late.\n\nGloss.\n",
		"c.md": "# Has\n\n## Say it plainly, once.\n+++\nkind = \"meme\"\n+++\n\nGloss.\n",
	})
	files := imported(t, MakeEntries, dir)
	const block = "\n+++\nkind = \"meme\"\n+++\n"
	for name, want := range map[string]string{
		"manuscript/a.md": "---\ntitle: Service\n---\n\nLead.\n\n## Ask, then *wait* for it." + block + "\nGloss `one`.\n\n## The Long Way Home\n\nA   section.\n\n## Count twice, pay once." + block +
			"\nGloss two.\n\nUnder it all\n-----\n\nEnd.\n",
		"manuscript/b.md": "# Seed\n\n## Quiet sells more than talk does." + block + "\nHe was quiet for a year, and sold more than he had in ten.\n\n## Write it down at once." + block +
			"\nWhat is written down is remembered, and what is remembered is done.\n",
		"manuscript/d.md": "# One\n\n## Sell it once, well." + block + "\nGloss.\n\n# Two\n\n## Pay it twice, late." + block + "\nGloss.\n",
		"manuscript/c.md": "# Has\n\n## Say it plainly, once." + block + "\nGloss.\n",
	} {
		if files[name] != want {
			t.Errorf("%s is\n%s\nwant\n%s", name, files[name], want)
		}
	}
	holdsAll(t, files, "IMPORT.md", "6 entries were", "`manuscript/b.md`")
}
