package lang

import "strings"

// brazilian returns the words and rules of Portuguese as it is printed in Brazil.
func brazilian() *Language {
	ordinal := ordinalWords("primeira segunda terceira quarta quinta sexta sétima oitava nona décima",
		"décima vigésima trigésima quadragésima quinquagésima sexagésima septuagésima octogésima nonagésima", " ")
	return &Language{
		Quotes: Quotes{
			Outer:  Marks{"“", "”"},
			Inner:  Marks{"‘", "’"},
			Others: []QuoteChoice{{Name: "guillemets", Outer: Marks{"«", "»"}, Inner: Marks{"“", "”"}}},
		},
		Spacing: Spacing{Number: "\u00A0", Dash: "—", Dialog: true, Spine: SpineDown},
		Numbers: Numbers{
			Thousands: ".",
			Decimal:   ",",
			Word:      portugueseWord("dezesseis", "dezessete", "dezenove", "quatorze"),
			PartWord:  ordinal,
			Ordinal:   ordinalBy(ordinal, "ª"),
			Ordinals:  bothGenders(ordinal),
			Date:      "{day} de {month} de {year}",
			FirstDay:  "1º",
			Months: [12]string{"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
				"dezembro"},
			Plural: pluralBy(portuguesePlural, "de do da dos das a ao à em no na e ou para por sobre sem com"),
		},
		Lists: Lists{Comma: ", ", And: " e ", Names: " e ", Abridged: "{name} et al."},
		Titles: Titles{
			Contents:      "Sumário",
			ByTheme:       "{entries} por tema",
			ByFirstWords:  "{entries} por primeiras palavras",
			Subjects:      "Índice remissivo",
			Notes:         "Notas",
			OtherThemes:   "Outros",
			NumberedPart:  "Parte {n}",
			PartInWords:   "{n} parte",
			Untitled:      "Sem título",
			Cover:         "Capa",
			TitlePage:     "Folha de rosto",
			Copyright:     "Créditos",
			Dedication:    "Dedicatória",
			Epigraph:      "Epígrafe",
			Colophon:      "Colofão",
			AboutThisCopy: "Sobre este exemplar",
		},
		References: References{
			See:             "ver",
			Page:            "página\u00A0{n}",
			PageAbbreviated: "p.\u00A0{n}",
			Maxim:           "máxima\u00A0{n}",
			Counted:         "{kind}\u00A0{n}",
			Numbered:        "Os números são os das {entries}.",
			HeadingSee:      "Ver",
			HeadingSeeAlso:  "Ver também",
		},
		Notes: Notes{
			ToPage:  "Notas da página\u00A0{page}",
			ToPages: "Notas das páginas\u00A0{from}-{to}",
		},
		Asides: Asides{
			Note:       "Nota",
			Tip:        "Dica",
			Important:  "Importante",
			Warning:    "Aviso",
			Caution:    "Cuidado",
			Example:    "Exemplo",
			Exercise:   "Exercício",
			Question:   "Pergunta",
			Discussion: "Para discutir",
			Summary:    "Resumo",
		},
		Tables: Tables{
			Continued: "{caption} (continuação)",
			Goes:      "(continuação)",
			Turned:    "A tabela está na {page}.",
		},
		Figures: Figures{
			Figure: "figura\u00A0{n}", Table: "tabela\u00A0{n}",
			FigureLabel: "Figura\u00A0{n}.", TableLabel: "Tabela\u00A0{n}.",
			Figures: "Lista de figuras", Tables: "Lista de tabelas",
		},
		Entry: Entry{
			Kinds: map[string]Kind{
				"meme":     {Name: "meme", Plural: "memes", Means: "um pensamento para passar adiante"},
				"metaphor": {Name: "metáfora", Plural: "metáforas", Means: "uma coisa vista como outra", Line: "{tenor} como {vehicle}"},
			},
			Maxims:     "máximas",
			Entries:    "entradas",
			Themes:     "Temas",
			Audience:   "Para",
			Card:       "carta: {text}",
			Draft:      "RASCUNHO",
			DraftOnly:  "Rascunho: ainda não está no livro.",
			Drafts:     "Rascunhos: ",
			DraftFolio: "R{n}",
			Picture:    "[imagem: {alt}]",
		},
		Makers: Makers{
			By: "por {names}",
			Credits: map[string]Pattern{"edt": "Organização de {name}", "ill": "Ilustrações de {name}", "trl": "Tradução de {name}",
				"aui": "Introdução de {name}", "aft": "Posfácio de {name}", "pht": "Fotografias de {name}", "art": "Imagens de {name}",
				"win": "Introdução de {name}", "wpr": "Prefácio de {name}", "bkd": "Projeto gráfico de {name}", "cov": "Capa de {name}",
				"dsr": "Projeto gráfico de {name}", "com": "Seleção de {name}"},
			Roles: map[string]string{"aut": "autor", "edt": "organizador", "ill": "ilustrador", "trl": "tradutor",
				"aui": "autor da introdução", "pht": "fotógrafo", "bkd": "projetista gráfico", "nrt": "narrador"},
			Contributor: "colaborador",
		},
		Imprint: Imprint{
			ISBN:           "ISBN {isbn}",
			LCCN:           "LCCN {lccn}",
			Names:          "Nomes: {text}",
			Title:          "Título: {text}",
			Description:    "Publicação: {text}",
			Identifiers:    "Identificadores: {text}",
			Subjects:       "Assuntos: {text}",
			Classification: "Classificação: {text}",
			Typeface:       "Composto em {name}, tipo com licença SIL Open Font License.",
			Typefaces:      "Composto em {names}, tipos com licença SIL Open Font License.",
			SetIn:          "Composto em {font}",
			DesignedBy:     ", tipo desenhado por {designer}",
			MadeBy:         ". Linhas, páginas e índices foram feitos pelo octavo a partir do original do autor.",
		},
		Typescript: Typescript{Length: "cerca de {n}\u00A0palavras", Chapter: "Capítulo {n}"},
		Review: Review{
			Notice:          "Prova não revisada — Venda proibida",
			Quotations:      "Esta é uma prova não revisada. Por favor, confira todas as citações com o livro pronto.",
			Unnamed:         "exemplar de divulgação",
			Front:           "Capa",
			Data:            "Ficha",
			Changes:         "Alterações",
			Title:           "Título",
			Author:          "Autor",
			Publisher:       "Editora",
			ISBN:            "ISBN",
			Trim:            "Formato",
			Pages:           "Páginas",
			PagesInPrint:    "Páginas impressas",
			Price:           "Preço",
			Publication:     "Lançamento",
			Edition:         "Edição",
			Manuscript:      "Original",
			Subjects:        "Assuntos",
			Contact:         "Contato",
			Comments:        "Comentários",
			TrimSize:        "{millimetres}\u00A0mm ({inches}\u00A0pol.)",
			InPrint:         "impresso",
			AsHardcover:     "capa dura",
			InPaper:         "brochura",
			AsEPUB:          "EPUB",
			ToCome:          "a anunciar",
			State:           "Original {revision} de {date}",
			DatedState:      "Original {revision}, {date}",
			BookPages:       "As páginas e seus números são os do livro. ",
			TypescriptPages: "Isto é um original datilografado: suas páginas não são as do livro. ",
			NumberedLines: "Cada {nth} linha de uma página traz seu número na margem, para que um comentário possa dizer a que se refere: " +
				"“página\u00A042, linha\u00A017”. Notas escritas neste arquivo com qualquer leitor de PDF chegam ao seu lugar no original do " +
				"autor.",
			EveryLine: "nova",
			Number:    "Exemplar {n} de {of}",
			For:       "para",
			Reader:    "para {name}",
			NumberFor: "{copy}, para {name}",
			Drafts:    "Rascunhos: ainda não estão no livro",
			Removed:   "suprimido depois disto: {title}",
			TK:        "Falta texto",
		},
		Changes: Changes{
			Since:           "O que mudou desde {state}",
			LastCopy:        "seu último exemplar, original {revision}",
			None:            "Nada.",
			New:             "novo",
			Removed:         "suprimido",
			Moved:           "deslocado",
			Changed:         "alterado",
			In:              "página\u00A0{n} da edição impressa",
			From:            "vindo de “{chapter}”",
			WordsNew:        Counted{One: "{n}\u00A0palavra nova", Other: "{n}\u00A0palavras novas"},
			WordsGone:       Counted{One: "{n}\u00A0palavra suprimida", Other: "{n}\u00A0palavras suprimidas"},
			OtherPicture:    "outra imagem",
			OtherForm:       "em outra forma",
			OtherKeys:       "outros dados: {keys}",
			CrossReferences: "remissões",
		},
		Errata: Errata{
			Title:   "Errata",
			Line:    "linha\u00A0{n}",
			ForRead: "onde se lê {was}, leia-se {is}",
			Delete:  "suprima-se {was}",
			Insert:  "acrescente-se {is}",
		},
		Trade: Trade{
			Sheet:        "Ficha do livro",
			About:        "Sobre o livro",
			AboutAuthor:  "Sobre a autoria",
			AboutAuthors: "Sobre a autoria",
			FromTheBook:  "Do livro",
			Inside:       "Um olhar por dentro",
			Order:        "Como pedir",
			Series:       "Coleção",
			Rights:       "Direitos",
			Excerpt:      "Trecho",
			ExcerptOf:    "{title} (trecho)",
			IsExcerpt:    "Você leu um trecho de {title}.",
			WholeBook:    "O livro completo",
		},
		Answers: Answers{
			Title:    "Suas observações",
			Thanks:   "Agradecemos sua leitura tão atenta. Eis o que foi feito de suas observações.",
			At:       "página\u00A0{page}, linha\u00A0{line}",
			Taken:    "acolhida",
			Changed:  "alterado de outra forma",
			Declined: "mantido como estava",
			Open:     "em aberto",
			Gone:     "não está mais no livro",
		},
		Deck: Deck{
			Cards:       Counted{One: "{n}\u00A0carta", Other: "{n}\u00A0cartas"},
			Themes:      "Temas",
			Blank:       "Para anotar",
			Deck:        "{title}: cartas",
			AtAGlance:   "{title}: as cartas num relance",
			Proof:       "{title}: prova de uma carta",
			Calibration: "{title}: ajuste do verso",
		},
		Sheets: Sheets{
			Front:      "{sheet} frente",
			Back:       "{sheet} verso",
			Of:         "{n} de {of}",
			ProofFront: "frente de {card}",
			ProofBack:  "verso",
			Ruler:      "Esta régua mede {mm}\u00A0mm quando a carta está no tamanho real. Se não medir, imprima em 100%.",
			Jig:        "gabarito",
			JigCard:    "uma carta de {size}",
			JigCut:     "corte no tracejado, a {mm}\u00A0mm",
		},
		Laminating: Laminating{
			Label:      "como plastificar",
			Title:      "Como cortar e plastificar as cartas",
			PlainLabel: "instruções",
			PlainTitle: "Como fazer as cartas",
			PrintBothSides: "Imprima as páginas {first} a\u00A0{n} em frente e verso, no tamanho real (100%), com a impressora virando pela borda " +
				"{edge}. Olhe uma folha contra a luz: cada verso deve ficar atrás da sua frente. Se não ficar, octavo cards calibrate mostra " +
				"de quanto é o desvio.",
			PrintOneSide: "Imprima as páginas {first} a\u00A0{n} em um só lado, no tamanho real (100%).",
			LongEdge:     "longa",
			ShortEdge:    "curta",
			Cut: "Corte na ordem dos números abaixo, sempre de um lado ao outro da folha, e mantenha os pedaços em ordem. Uma carta cortada " +
				"mede {size}.",
			Break: "Destaque as cartas da cartela {stock} pelo picote. Uma carta mede {size}.",
			Fold: "Corte na ordem dos números abaixo, dobre cada pedaço na linha tracejada, com os lados impressos para fora, e vinque " +
				"bem a dobra.",
			Warm: "Deixe a plastificadora chegar à temperatura que o filme pede e insira o plástico pela borda selada. Deixe-o deitado até " +
				"esfriar.",
			LaySheet: "Coloque cada folha em um plástico de {pouch}, até o fundo da borda selada, com o filme sobrando por igual nos " +
				"outros lados.",
			OpenEdges: "As bordas destas cartas estão abertas: ali o papel aparece e absorve água. Mantenha-as secas ou, da próxima vez, corte " +
				"primeiro as cartas e plastifique-as depois (laminate = \"cards\").",
			RoundCorners: "Arredonde os cantos com um furador de cerca de {mm}\u00A0mm, antes de colocar o filme.",
			LayOnJig: "Ponha o plástico aberto de {pouch} sobre o gabarito, que é a página seguinte, e uma carta em cada moldura. As " +
				"molduras ficam a {mm}\u00A0mm umas das outras, para que filme encontre filme em volta de cada carta.",
			CloseOnJig: "Feche o plástico sem mover as cartas e puxe o gabarito para fora.",
			CutDashes: "Corte no tracejado, a {mm}\u00A0mm de cada carta e nunca no papel dela: uma carta só fica selada enquanto o filme " +
				"sobra em toda a volta.",
			LayCard: "Coloque cada carta em um plástico de {pouch} ({name}), com o filme sobrando por igual em toda a volta: {mm}\u00A0mm " +
				"nos lados mais estreitos.",
			KeepFilm: "Não corte o filme: uma carta só fica selada enquanto ele sobra em toda a volta. Arredonde os cantos se estiverem " +
				"pontudos.",
			TestStock: "Imprima a página\u00A0{first} em papel comum e segure-a contra a luz sobre uma folha da cartela " +
				"{stock}: cada carta deve ficar dentro do seu picote.",
			FeedStock:    "Coloque a cartela folha por folha na bandeja manual e deixe a tinta secar.",
			PunchCorners: "Arredonde os cantos com um furador de cerca de {mm}\u00A0mm.",
			Glue:         "Cole as duas metades de cada carta e deixe secar sob um peso.",
			OpenLines: "Em {program}, ajuste a página para {sheet}, abra {svg} (ou {dxf}, onde ele não lê SVG) e centralize as " +
				"linhas na página. Juntas medem {size}.",
			TypeMarks: "Ative as marcas de registro de três cantos e digite o que está impresso: comprimento {arm}\u00A0mm, " +
				"espessura {thickness}\u00A0mm, distância da borda {inset}\u00A0mm.",
			CutByMachine: "Ponha uma folha na base com a frente para cima e o quadrado preto no alto à esquerda, e deixe a " +
				"máquina procurar as marcas. Corte primeiro uma folha de papel comum.",
			Upload: "Em {program}, envie cada imagem {png} como imagem plana para Print Then Cut e ajuste o tamanho: {size}. A " +
				"máquina corta ao longo das bordas.",
			AttachLines: "Envie também {svg}, ponha as linhas sobre a imagem, centro com centro, e una as duas: a máquina corta " +
				"ao longo das linhas.",
			PrintThere: "Imprima dali em {sheet}, no tamanho real (100%), e corte primeiro uma folha de papel comum.",
			PrintBacks: "Antes de cortar, imprima o verso do outro lado: a página\u00A0{first} é a da primeira imagem, e assim " +
				"por diante. Ele fica no meio da folha: leve a imagem para lá e veja a primeira folha contra a luz.",
		},
		Ordering: Ordering{
			Title:    "{title}: cartas para {service}",
			Choose:   "Escolha esta carta: {card}. O baralho tem {n}.",
			OwnBacks: "Dê a cada carta uma frente e um verso próprios.",
			UploadPictures: "Envie as frentes ({fronts}) na ordem dos números e depois os versos ({backs}) na mesma ordem: a " +
				"frente e o verso de uma carta têm o mesmo número.",
			UploadFile: "Envie {file}. O arquivo tem uma página por face, o verso de cada carta antes da frente.",
			Unscaled: "Não deixe nada ser redimensionado: os arquivos têm o tamanho certo, com {mm}\u00A0mm em toda a volta que " +
				"são cortados.",
			Finish:  "Papel, acabamento e caixa são de livre escolha: os arquivos são os mesmos.",
			Preview: "Veja cada carta na prévia e peça um baralho antes de pedir muitos.",
		},
		Calibrate: Calibration{
			Front:  "frente",
			Back:   "verso",
			OnBack: "Verso da folha de ajuste. Vire-a e olhe-a contra a luz.",
			Title:  "Os versos ficam atrás das frentes?",
			Print:  []string{"Imprima esta folha em frente e verso, como imprime suas cartas:", "no tamanho real (100%), sem ajustar à página."},
			Hold:   []string{"Segure-a contra uma janela, este lado voltado para você.", "As linhas do verso aparecem por transparência."},
			Read: []string{"Em cada um dos quatro lados, procure a linha da escala longa que",
				"continua numa linha do verso, e anote o número dela.",
				"De uma linha à seguinte há um quarto de milímetro. A linha grossa",
				"do verso mostra na régua pequena qual número será, mais ou menos;",
				"se passar de 3, fique com ele e imprima depois esta folha de novo."},
			Type: []string{"Digite-os em uma linha, com um menos onde houver um:"},
			Shifted: [2]Pattern{"Eles se somam ao que já desloca este verso: {right}\u00A0mm à direita,",
				"{down}\u00A0mm para baixo e {degrees}\u00A0graus."},
			Top:      "em cima",
			Bottom:   "embaixo",
			Left:     "esquerda",
			Right:    "direita",
			Reminder: []string{"Contra a luz, leia", "os números onde", "as linhas se unem:", "x na largura, y na altura."},
		},
		Ebook: Ebook{
			Landmarks:    "Pontos de referência",
			Start:        "Início do texto",
			PrintedPages: "Páginas do livro impresso",
			Pages:        "Páginas",
			BackToText:   "Voltar ao texto",
			CoverOf:      "Capa de {title}",
			CoverBy:      ", de {names}",
			PrintedBook:  "{title}, o livro impresso",
			Identifier:   "Identificador da publicação",
		},
		Access: Accessibility{
			Text: "O texto pode ser exibido em qualquer tamanho, fonte e cor, e um leitor de tela ou uma linha braille o lê na ordem " +
				"certa.",
			Ways:          " A orientação é feita por {ways}.",
			Contents:      "um sumário",
			Headings:      "títulos",
			Indexes:       "índices com links",
			PageNumbers:   "os números de página do livro impresso",
			NoneDescribed: " Suas imagens não têm descrição.",
			SomeDescribed: " Algumas de suas imagens não têm descrição.",
			AllDescribed:  " Todas as imagens são descritas em palavras.",
			OnlyCover:     " Não há outra imagem além da capa, que é descrita em palavras.",
			NoPictures:    " Não há imagens.",
			Tables:        " As tabelas dão nome às suas colunas.",
			Notes:         " As notas têm links para suas chamadas e de volta.",
			Still:         " Nada nele se move, pisca ou emite som.",
			Statement: Statement{
				Title:       "Declaração de acessibilidade",
				Reading:     "Formas de leitura",
				Navigation:  "Navegação",
				Hazards:     "Perigos",
				Conformance: "Conformidade",
				Contact:     "Contato",
				Meets:       "Esta publicação atende a {standard}. Certificação: {name}.",
				Unclaimed:   "Ninguém certificou que esta publicação atende a uma norma de acessibilidade.",
				WriteTo:     "Perguntas e observações sobre acessibilidade: {address}",
				Made:        "Data desta declaração: {date}",
				Formulas:    " As fórmulas são dadas em MathML.",
			},
		},
		Rules:  portugueseRules(),
		Reader: portugueseReader(),
	}
}

func portugueseRules() Rules {
	return Rules{
		Hyphenation: Hyphenation{Patterns: "hyphenation/pt.txt", Before: 2, After: 3, Repeats: true},
		Clinging: set(`o a os as um uma uns umas ao à aos às de do da dos das em no na nos nas num numa por pelo pela pelos pelas para com
			sem sob sobre entre até desde contra após ante perante
			e ou mas nem que se como quando onde porque pois quem cujo cuja
			meu minha teu tua seu sua seus suas nosso nossa este esta esse essa aquele aquela
			me te lhe lhes nos vos não já mui muito mais tão
			eu tu ele ela nós eles elas você vocês é são era eram está estão foi ser estar há tem têm pode deve cada todo toda todos todas nenhum
			nenhuma algum alguma nossos nossas minhas meus isto isso aquilo só menos dois duas três quatro cinco seis sete oito nove dez doze vinte
			cem mil nunca`),
		Opening:       set(`e ou mas nem que se como quando onde porque pois quem cujo cuja enquanto embora qual quais quanto porém`),
		StaysWithNext: set("a à e é o A À E É O"),
		BeforeNumber:  set("p. pp. pág. págs. n.º n.ª nº núm. vol. vols. cap. caps. fig. figs. tab. art. arts. ed. t. l. v. vv. f. fl. fls. s. §"),
		BeforeName:    set("sr. sra. srta. srs. d. dr. dra. drs. prof. profa. prof.ª eng. pe. fr. s. sto. sta. são santo santa dom dona"),
		AfterNumber:   set(`% ‰ € $ £ ° °C °F K mm cm m km m² km² ha pt mg g kg t ml cl dl l L s min h kB MB GB Hz kHz V W kW kWh EUR USD BRL a.C. d.C.`),
		Abbreviations: []string{"a.C.", "d.C.", "s.d.", "s.l.", "p.ex.", "op.cit.", "loc.cit.", "q.b."},
		NoSentenceEnd: set("Sr. Sra. Srta. Srs. Exmo. Exma. Dr. Dra. Drs. Prof. Profa. Eng. D. Pe. Fr. S. Sto. Sta. p. pp. pág. págs. n. vol. cap. fig. " +
			"art. ed. cf. v. ex. op. ibid. id. av. Av. R. aprox. trad. org. séc. c."),
		Matter: map[string]string{"prefacio": "preface", "nota-do-autor": "preface", "nota-da-autora": "preface", "apresentacao": "foreword",
			"introducao": "introduction", "prologo": "prologue", "agradecimentos": "acknowledgments", "epilogo": "epilogue",
			"posfacio": "afterword", "conclusao": "conclusion", "apendice": "appendix", "apendices": "appendix", "anexo": "appendix",
			"anexos": "appendix", "colofao": "colophon", "colofon": "colophon", "creditos": "credits", "errata": "errata"},
		Articles:    []string{"o", "a", "os", "as", "um", "uma", "uns", "umas"},
		Letters:     "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z",
		MayBeElided: set("tá tava tou tô cê cês bora brigado brigada"),
		Clipped:     set("pra"),
		Repeated:    set("não sim muito já bem logo pouco quase tão ah oh ai ha blá mais nunca"),
		Joining:     set("o a os as um uma uns umas de do da dos das ao à em no na e ou para por sobre sem com seu sua que"),
		Singular:    portugueseSingular,
		Stem: stemBy("s es a o as os e ar er ir ando endo indo ado ada ados adas ido ida idos idas ava avam ia iam ou aram eram iram ará erá irá ção ções " +
			"são sões mento mentos mente dor dora dores doras ável íveis ista istas oso osa osos osas"),
	}
}

func portugueseReader() Reader {
	return Reader{
		Page:     []string{"página", "páginas", "pagina", "pág", "pag", "págs", "p", "pp"},
		Line:     []string{"linha", "linhas", "l"},
		On:       []string{"na", "à"},
		Days:     []string{"segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo"},
		HalfDays: []string{"h"},
		Columns: Columns{
			Page:    []string{"página", "pagina", "pág.", "pág", "p", "p.", "fólio", "número da página"},
			Line:    []string{"linha", "linhas", "número da linha", "l"},
			Comment: []string{"comentário", "comentários", "comentario", "observação", "observações", "nota", "notas", "correção", "anotação"},
			Reader:  []string{"leitor", "leitora", "autor", "autora", "nome", "quem", "por", "revisor", "revisora"},
			Words:   []string{"palavras", "citação", "texto", "passagem", "trecho", "destaque", "texto destacado", "texto atual", "lê-se"},
			New:     []string{"substituição", "novo", "leia-se", "deve ler-se", "mudar para", "texto novo"},
			File:    []string{"arquivo", "ficheiro"},
			Row:     []string{"fila", "linha do arquivo", "linha do ficheiro"},
			Date:    []string{"data", "criado em", "destacado em"},
			Heading: []string{"capítulo", "capitulo", "seção", "secção", "entrada"},
			Book:    []string{"título", "titulo", "livro", "título do livro"},
		},
		Labels: Labels{
			Passage: []string{"destaque", "citação", "texto", "trecho", "passagem"},
			Heading: []string{"capítulo", "seção", "secção"},
			Comment: []string{"nota", "comentário", "minha nota"},
		},
		Kindle: Kindle{
			Page:     []string{"página"},
			Location: []string{"posição"},
			Added:    []string{"adicionado", "adicionado:"},
			Note:     []string{"nota"},
		},
		Excerpts: []string{"Todos os trechos de", "Trecho de", "Todos os excertos de", "Excerto de"},
		Anybody:  []string{"usuário", "utilizador", "convidado", "administrador", "proprietário", "desconhecido", "leitor", "eu", "autor", "anônimo", "anónimo"},
	}
}

// portugueseWord returns a function for numbers from 1 to 99 in words; four of them are written in other ways in Brazil and in Portugal.
func portugueseWord(sixteen, seventeen, nineteen, fourteen string) func(int) string {
	ones := [...]string{"", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze", "treze", fourteen,
		"quinze", sixteen, seventeen, "dezoito", nineteen}
	tens := [...]string{"vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa"}
	return func(n int) string {
		switch {
		case n < 1 || n > 99:
			return ""
		case n < len(ones):
			return Capital(ones[n])
		case n%10 == 0:
			return Capital(tens[n/10-2])
		}
		return Capital(tens[n/10-2] + " e " + ones[n%10])
	}
}

// portuguesePlural returns the plural of a word by the rules that have few exceptions.
func portuguesePlural(word string) string {
	for _, end := range [][2]string{{"ão", "ões"}, {"al", "ais"}, {"el", "éis"}, {"ol", "óis"}, {"ul", "uis"}, {"il", "is"}, {"m", "ns"},
		{"r", "res"}, {"z", "zes"}, {"ês", "eses"}, {"s", "s"}, {"x", "x"}} {
		if s, ok := strings.CutSuffix(word, end[0]); ok {
			return s + end[1]
		}
	}
	return word + "s"
}

// portugueseSingular returns a word without the ending of its plural.
func portugueseSingular(word string) string {
	for _, end := range [][2]string{{"ões", "ão"}, {"ãos", "ão"}, {"ães", "ão"}, {"ais", "al"}, {"éis", "el"}, {"óis", "ol"}, {"ns", "m"}, {"res", "r"},
		{"zes", "z"}} {
		if s, ok := strings.CutSuffix(word, end[0]); ok && len(s) >= 2 {
			return s + end[1]
		}
	}
	if len(word) > 3 && !strings.HasSuffix(word, "is") && !strings.HasSuffix(word, "us") {
		return strings.TrimSuffix(word, "s")
	}
	return word
}
