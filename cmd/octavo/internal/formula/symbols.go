package formula

import "sync"

// symbol is what a command without arguments stands for.
type symbol struct {
	text  string
	class Class
}

// symbols are the commands that stand for a sign.
var symbols = sync.OnceValue(func() map[string]symbol {
	return map[string]symbol{
		"alpha": {"α", Ordinary}, "beta": {"β", Ordinary}, "gamma": {"γ", Ordinary}, "delta": {"δ", Ordinary}, "epsilon": {"ϵ", Ordinary},
		"varepsilon": {"ε", Ordinary}, "zeta": {"ζ", Ordinary}, "eta": {"η", Ordinary}, "theta": {"θ", Ordinary}, "vartheta": {"ϑ", Ordinary},
		"iota": {"ι", Ordinary}, "kappa": {"κ", Ordinary}, "lambda": {"λ", Ordinary}, "mu": {"μ", Ordinary}, "nu": {"ν", Ordinary},
		"xi": {"ξ", Ordinary}, "omicron": {"ο", Ordinary}, "pi": {"π", Ordinary}, "varpi": {"ϖ", Ordinary}, "rho": {"ρ", Ordinary},
		"varrho": {"ϱ", Ordinary}, "sigma": {"σ", Ordinary}, "varsigma": {"ς", Ordinary}, "tau": {"τ", Ordinary}, "upsilon": {"υ", Ordinary},
		"phi": {"ϕ", Ordinary}, "varphi": {"φ", Ordinary}, "chi": {"χ", Ordinary}, "psi": {"ψ", Ordinary}, "omega": {"ω", Ordinary},
		"Gamma": {"Γ", Ordinary}, "Delta": {"Δ", Ordinary}, "Theta": {"Θ", Ordinary}, "Lambda": {"Λ", Ordinary}, "Xi": {"Ξ", Ordinary},
		"Pi": {"Π", Ordinary}, "Sigma": {"Σ", Ordinary}, "Upsilon": {"Υ", Ordinary}, "Phi": {"Φ", Ordinary}, "Psi": {"Ψ", Ordinary},
		"Omega": {"Ω", Ordinary},

		"pm": {"±", Binary}, "mp": {"∓", Binary}, "times": {"×", Binary}, "div": {"÷", Binary}, "cdot": {"⋅", Binary}, "ast": {"∗", Binary},
		"star": {"⋆", Binary}, "circ": {"∘", Binary}, "bullet": {"∙", Binary}, "cap": {"∩", Binary}, "cup": {"∪", Binary}, "wedge": {"∧", Binary},
		"land": {"∧", Binary}, "vee": {"∨", Binary}, "lor": {"∨", Binary}, "setminus": {"∖", Binary}, "oplus": {"⊕", Binary}, "ominus": {"⊖", Binary},
		"otimes": {"⊗", Binary},

		"le": {"≤", Relation}, "leq": {"≤", Relation}, "ge": {"≥", Relation}, "geq": {"≥", Relation}, "ne": {"≠", Relation}, "neq": {"≠", Relation},
		"ll": {"≪", Relation}, "gg": {"≫", Relation}, "approx": {"≈", Relation}, "equiv": {"≡", Relation}, "sim": {"∼", Relation},
		"simeq": {"≃", Relation}, "cong": {"≅", Relation}, "propto": {"∝", Relation}, "in": {"∈", Relation}, "notin": {"∉", Relation},
		"ni": {"∋", Relation}, "subset": {"⊂", Relation}, "subseteq": {"⊆", Relation}, "supset": {"⊃", Relation}, "supseteq": {"⊇", Relation},
		"perp": {"⊥", Relation}, "parallel": {"∥", Relation}, "mid": {"∣", Relation}, "vdash": {"⊢", Relation}, "models": {"⊨", Relation},
		"to": {"→", Relation}, "rightarrow": {"→", Relation}, "leftarrow": {"←", Relation}, "gets": {"←", Relation},
		"leftrightarrow": {"↔", Relation}, "Rightarrow": {"⇒", Relation}, "implies": {"⇒", Relation}, "Leftarrow": {"⇐", Relation},
		"Leftrightarrow": {"⇔", Relation}, "iff": {"⇔", Relation}, "mapsto": {"↦", Relation}, "uparrow": {"↑", Relation},
		"downarrow": {"↓", Relation}, "longrightarrow": {"⟶", Relation}, "lt": {"<", Relation}, "gt": {">", Relation}, "colon": {":", Punctuation},

		"infty": {"∞", Ordinary}, "partial": {"∂", Ordinary}, "nabla": {"∇", Ordinary}, "forall": {"∀", Ordinary}, "exists": {"∃", Ordinary},
		"neg": {"¬", Ordinary}, "lnot": {"¬", Ordinary}, "emptyset": {"∅", Ordinary}, "varnothing": {"∅", Ordinary}, "angle": {"∠", Ordinary},
		"degree": {"°", Ordinary}, "prime": {"′", Ordinary}, "hbar": {"ℏ", Ordinary}, "ell": {"ℓ", Ordinary}, "Re": {"ℜ", Ordinary},
		"Im": {"ℑ", Ordinary}, "aleph": {"ℵ", Ordinary}, "top": {"⊤", Ordinary}, "bot": {"⊥", Ordinary}, "triangle": {"△", Ordinary},
		"ldots": {"…", Ordinary}, "dots": {"…", Ordinary}, "cdots": {"⋯", Ordinary}, "vdots": {"⋮", Ordinary}, "%": {"%", Ordinary},
		"$": {"$", Ordinary}, "#": {"#", Ordinary}, "&": {"&", Ordinary}, "_": {"_", Ordinary}, "euro": {"€", Ordinary}, "pounds": {"£", Ordinary},

		"{": {"{", Opening}, "}": {"}", Closing}, "lbrace": {"{", Opening}, "rbrace": {"}", Closing}, "langle": {"⟨", Opening},
		"rangle": {"⟩", Closing}, "lfloor": {"⌊", Opening}, "rfloor": {"⌋", Closing}, "lceil": {"⌈", Opening}, "rceil": {"⌉", Closing},
		"|": {"∥", Ordinary}, "lvert": {"|", Opening}, "rvert": {"|", Closing}, "vert": {"|", Ordinary}, "lbrack": {"[", Opening}, "rbrack": {"]", Closing},
		"backslash": {"\\", Ordinary},
	}
})

// limited are the operators that have their scripts below and above in a display.
var limited = sync.OnceValue(func() map[string]string {
	return map[string]string{"sum": "∑", "prod": "∏", "coprod": "∐", "bigcup": "⋃", "bigcap": "⋂", "bigvee": "⋁", "bigwedge": "⋀"}
})

// integrals are the operators that have their scripts at the side.
var integrals = sync.OnceValue(func() map[string]string {
	return map[string]string{"int": "∫", "iint": "∬", "iiint": "∭", "oint": "∮"}
})

// names are functions that are written with their names, and whether their scripts stand below them in a display.
var names = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"sin": false, "cos": false, "tan": false, "cot": false, "sec": false, "csc": false, "arcsin": false, "arccos": false, "arctan": false,
		"sinh": false, "cosh": false, "tanh": false, "log": false, "ln": false, "lg": false, "exp": false, "det": true, "dim": false, "ker": false,
		"deg": false, "arg": false, "gcd": true, "lim": true, "max": true, "min": true, "sup": true, "inf": true, "Pr": true, "hom": false,
	}
})

// spaces are the commands for white, in eighteenths of an em.
var spaces = sync.OnceValue(func() map[string]Space {
	return map[string]Space{",": 3, ":": 4, ">": 4, ";": 5, "!": -3, " ": 6, "quad": 18, "qquad": 36, "thinspace": 3, "~": 6}
})

// marks are the accents.
var marks = sync.OnceValue(func() map[string]Accented {
	return map[string]Accented{
		"hat": {Mark: Mark{Text: "ˆ"}}, "widehat": {Mark: Mark{Text: "ˆ"}}, "tilde": {Mark: Mark{Text: "˜"}}, "widetilde": {Mark: Mark{Text: "˜"}},
		"dot": {Mark: Mark{Text: "˙"}}, "ddot": {Mark: Mark{Text: "¨"}}, "acute": {Mark: Mark{Text: "´"}}, "grave": {Mark: Mark{Text: "`"}},
		"breve": {Mark: Mark{Text: "˘"}}, "check": {Mark: Mark{Text: "ˇ"}}, "vec": {Mark: Mark{Text: "→"}}, "bar": {Mark: Mark{Text: "¯", Wide: true}},
		"overline": {Mark: Mark{Text: "¯", Wide: true}}, "underline": {Mark: Mark{Text: "_", Wide: true}, Under: true},
	}
})

// faces are the commands that set their argument in a face.
var faces = sync.OnceValue(func() map[string]Face {
	return map[string]Face{"mathrm": Roman, "mathbf": Bold, "mathit": Italic, "boldsymbol": Bold, "mathsf": Roman, "operatorname": Roman, "bm": Bold}
})

// double are the letters of double strokes that Unicode has outside the mathematical alphabets; the others are at U+1D538.
var double = sync.OnceValue(func() map[byte]string {
	return map[byte]string{'C': "ℂ", 'H': "ℍ", 'N': "ℕ", 'P': "ℙ", 'Q': "ℚ", 'R': "ℝ", 'Z': "ℤ"}
})

// delimiters are what may follow \left and \right.
var delimiters = sync.OnceValue(func() map[string]string {
	return map[string]string{"(": "(", ")": ")", "[": "[", "]": "]", "|": "|", ".": "", "/": "/", "<": "⟨", ">": "⟩", `\{`: "{", `\}`: "}",
		`\lbrace`: "{", `\rbrace`: "}", `\langle`: "⟨", `\rangle`: "⟩", `\lfloor`: "⌊", `\rfloor`: "⌋", `\lceil`: "⌈", `\rceil`: "⌉", `\|`: "∥",
		`\vert`: "|", `\lvert`: "|", `\rvert`: "|", `\Vert`: "∥"}
})

// characters are the signs that are written as they are.
var characters = sync.OnceValue(func() map[rune]symbol {
	return map[rune]symbol{
		'+': {"+", Binary}, '-': {"−", Binary}, '−': {"−", Binary}, '*': {"∗", Binary}, '±': {"±", Binary}, '×': {"×", Binary}, '÷': {"÷", Binary},
		'·': {"⋅", Binary}, '⋅': {"⋅", Binary}, '∩': {"∩", Binary}, '∪': {"∪", Binary}, '∧': {"∧", Binary}, '∨': {"∨", Binary},
		'=': {"=", Relation}, '<': {"<", Relation}, '>': {">", Relation}, ':': {":", Relation}, '≤': {"≤", Relation}, '≥': {"≥", Relation},
		'≠': {"≠", Relation}, '≈': {"≈", Relation}, '≡': {"≡", Relation}, '∈': {"∈", Relation}, '→': {"→", Relation}, '⇒': {"⇒", Relation},
		'←': {"←", Relation}, '⇔': {"⇔", Relation}, '∝': {"∝", Relation}, '∼': {"∼", Relation},
		'(': {"(", Opening}, '[': {"[", Opening}, ')': {")", Closing}, ']': {"]", Closing}, '!': {"!", Closing}, '?': {"?", Closing},
		',': {",", Punctuation}, ';': {";", Punctuation}, '.': {".", Ordinary}, '/': {"/", Ordinary}, '|': {"|", Ordinary}, '"': {"″", Ordinary},
		'@': {"@", Ordinary}, '…': {"…", Ordinary}, '∞': {"∞", Ordinary}, '∂': {"∂", Ordinary}, '∑': {"∑", Operator}, '∏': {"∏", Operator},
		'∫': {"∫", Operator}, '°': {"°", Ordinary}, '%': {"%", Ordinary}, '′': {"′", Ordinary}, '∅': {"∅", Ordinary}, '∀': {"∀", Ordinary}, '∃': {"∃", Ordinary},
		'€': {"€", Ordinary}, '£': {"£", Ordinary}, '∇': {"∇", Ordinary}, '¬': {"¬", Ordinary},
	}
})
