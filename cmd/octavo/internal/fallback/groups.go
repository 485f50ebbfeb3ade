package fallback

// groups returns the fonts of the house, in the order in which a text asks for them.
func groups() []group {
	regular := func(name string, design Design, use Use) group {
		return group{[]file{{name, Look{Design: design}}}, use}
	}
	weights := func(use Use, serif, sans string) group {
		g := group{use: use}
		for design, name := range []string{serif, sans} {
			if name != "" {
				g.files = append(g.files, file{name + "-Regular", Look{Design: Design(design)}}, file{name + "-Bold", Look{Design: Design(design), Bold: true}})
			}
		}
		return g
	}
	text := weights(Letters, "NotoSerif", "NotoSans")
	for design, name := range []string{"NotoSerif", "NotoSans"} {
		text.files = append(text.files, file{name + "-Italic", Look{Design(design), false, true}}, file{name + "-BoldItalic", Look{Design(design), true, true}})
	}
	text.files = append(text.files, file{"NotoSansMono-Regular", Look{Design: Mono}})
	out := []group{
		text,
		weights(Letters, "NotoSerifHebrew", "NotoSansHebrew"),
		weights(Letters, "Amiri", "NotoSansArabic"),
		regular("DejaVuSans-Signs", Sans, Signs),
		regular("DejaVuSansMono-Signs", Mono, CodeSigns),
		regular("NotoSansMath-Regular", Sans, Signs),
		regular("NotoSansSymbols2-Regular", Sans, Signs),
		regular("NotoSansSymbols-Regular", Sans, Signs),
		regular("NotoMusic-Regular", Sans, Signs),
		regular("NotoEmoji-Regular", Sans, Pictures),
	}
	for _, name := range Scripts {
		out = append(out, regular(name+"-Regular", Serif, Letters))
	}
	for _, name := range Ideographs {
		out = append(out, regular(name, Serif, Letters))
	}
	return out
}

// Scripts are the fonts of scripts that have one font each, without the ending -Regular.
var Scripts = [...]string{"NotoSerifArmenian", "NotoSerifGeorgian", "NotoSerifDevanagari", "NotoSerifBengali", "NotoSerifGujarati",
	"NotoSerifGurmukhi", "NotoSerifKannada", "NotoSerifMalayalam", "NotoSerifTamil", "NotoSerifTelugu", "NotoSerifSinhala",
	"NotoSerifThai", "NotoSerifLao", "NotoSerifEthiopic", "NotoSansRunic", "NotoSansGothic", "NotoSansOgham", "NotoSansCherokee"}

// Ideographs are the fonts of Japanese, Chinese and Korean, each cut into parts that are quickly read.
var Ideographs = [...]string{"NotoSerifJP-Kana", "NotoSerifJP-1", "NotoSerifJP-2", "NotoSerifJP-More-1",
	"NotoSerifJP-More-2", "NotoSerifJP-More-3", "NotoSerifSC-1", "NotoSerifSC-2", "NotoSerifKR-1", "NotoSerifKR-2"}
