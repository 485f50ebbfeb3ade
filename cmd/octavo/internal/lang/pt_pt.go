package lang

import "strings"

// portuguese returns Portuguese as it is printed in Portugal.
func portuguese() *Language {
	l := brazilian()
	l.respell(strings.NewReplacer("“", "«", "”", "»", "Sumário", "Índice", "um sumário", "um índice", "tela", "ecrã", "arquivo", "ficheiro",
		"links", "ligações", "em um ", "num ", "em uma ", "numa ", "cartela", "placa", "plástico", "bolsa", "(impresso)", "(papel)"))
	l.Quotes = Quotes{Outer: Marks{"«", "»"}, Inner: Marks{"“", "”"}, Others: []QuoteChoice{
		{Name: "curly", Outer: Marks{"“", "”"}, Inner: Marks{"‘", "’"}}}}
	l.Spacing.Spine = SpineUp
	l.Numbers.Thousands = "\u00A0"
	l.Numbers.FirstDay = ""
	l.Numbers.Word = portugueseWord("dezasseis", "dezassete", "dezanove", "catorze")
	l.Titles.Subjects, l.Titles.Copyright, l.Titles.Colophon = "Índice remissivo", "Ficha técnica", "Cólofon"
	l.Makers.Credits = map[string]Pattern{"edt": "Edição de {name}", "ill": "Ilustrações de {name}", "trl": "Tradução de {name}",
		"aui": "Introdução de {name}", "aft": "Posfácio de {name}", "pht": "Fotografias de {name}", "art": "Imagens de {name}",
		"win": "Introdução de {name}", "wpr": "Prefácio de {name}", "bkd": "Design de {name}", "cov": "Capa de {name}",
		"dsr": "Design de {name}", "com": "Seleção de {name}"}
	l.Makers.Roles["edt"], l.Makers.Roles["bkd"] = "organizador", "designer"
	portugueseReview(&l.Review)
	l.Changes.LastCopy, l.Changes.OtherForm = "o seu último exemplar, original {revision}", "noutra forma"
	l.Trade.Excerpt, l.Trade.ExcerptOf, l.Trade.IsExcerpt = "Excerto", "{title} (excerto)", "Leu um excerto de {title}."
	l.Answers.Title, l.Answers.Gone = "As suas observações", "já não está no livro"
	l.Answers.Thanks = "Agradecemos a sua leitura tão atenta. Eis o que foi feito das suas observações."
	portugueseSheets(l)
	l.Access = Accessibility{
		Text: "O texto pode ser apresentado em qualquer tamanho, tipo de letra e cor, e um leitor de ecrã ou uma linha braille lê-o " +
			"pela ordem certa.",
		Ways:          " A orientação faz-se por {ways}.",
		Contents:      "um índice",
		Headings:      "títulos",
		Indexes:       "índices remissivos com ligações",
		PageNumbers:   "os números de página do livro impresso",
		NoneDescribed: " As suas imagens não têm descrição.",
		SomeDescribed: " Algumas das suas imagens não têm descrição.",
		AllDescribed:  " Todas as imagens são descritas por palavras.",
		OnlyCover:     " Não há outra imagem além da capa, que é descrita por palavras.",
		NoPictures:    " Não há imagens.",
		Tables:        " As tabelas dão nome às suas colunas.",
		Notes:         " As notas têm ligações para as suas chamadas e de volta.",
		Still:         " Nada nele se move, pisca ou emite som.",
		Statement: Statement{
			Title:       "Declaração de acessibilidade",
			Reading:     "Formas de leitura",
			Navigation:  "Navegação",
			Hazards:     "Perigos",
			Conformance: "Conformidade",
			Contact:     "Contacto",
			Meets:       "Esta publicação cumpre {standard}. Certificação: {name}.",
			Unclaimed:   "Ninguém certificou que esta publicação cumpre uma norma de acessibilidade.",
			WriteTo:     "Perguntas e observações sobre a acessibilidade: {address}",
			Made:        "Data desta declaração: {date}",
			Formulas:    " As fórmulas são apresentadas em MathML.",
		},
	}
	return l
}

// portugueseReview changes the words of review copies to those of Portugal.
func portugueseReview(r *Review) {
	r.Notice = "Provas não revistas — Venda proibida"
	r.Quotations = "Estas provas não foram revistas. Por favor, confira todas as citações com o livro publicado."
	r.Changes, r.Publication, r.Contact, r.InPrint, r.InPaper = "Alterações", "Publicação", "Contacto", "papel", "capa mole"
	r.BookPages = "As páginas e os seus números são os do livro. "
	r.TypescriptPages = "Isto é um original datilografado: as suas páginas não são as do livro. "
	r.TrimSize = "{millimetres}\u00A0mm ({inches}\u00A0pol.)"
	r.NumberedLines = "Cada {nth} linha de uma página tem o seu número à margem, para que um comentário possa dizer a que se refere: " +
		"«página\u00A042, linha\u00A017». As notas escritas neste ficheiro com qualquer leitor de PDF chegam ao seu lugar no original do autor."
}

// portugueseSheets changes what stands on sheets of cards to the words and forms of Portugal.
func portugueseSheets(l *Language) {
	l.Sheets.Ruler = "Esta régua mede {mm}\u00A0mm quando a carta tem o tamanho real. Se não medir, imprima a 100\u00A0%."
	l.Laminating.PrintBothSides = "Imprima as páginas {first} a\u00A0{n} em frente e verso, em tamanho real (100\u00A0%), com a impressora a virar " +
		"pela margem {edge}. Veja uma folha à transparência: cada verso deve ficar atrás da sua frente. Se não ficar, octavo cards " +
		"calibrate mostra de quanto é o desvio."
	l.Laminating.PrintOneSide = "Imprima as páginas {first} a\u00A0{n} só num lado, em tamanho real (100\u00A0%)."
	l.Laminating.Warm = "Deixe a plastificadora chegar à temperatura que a película pede e introduza a bolsa pela margem selada. Deixe-a " +
		"deitada até arrefecer."
	l.Laminating.LaySheet = "Meta cada folha numa bolsa de {pouch}, até ao fundo da margem selada, com a película a sobrar por igual nos " +
		"outros lados."
	l.Laminating.RoundCorners = "Arredonde os cantos com um cortador de cerca de {mm}\u00A0mm, antes de pôr a película."
	l.Laminating.LayOnJig = "Ponha a bolsa aberta de {pouch} sobre o gabarito, que é a página seguinte, e uma carta em cada moldura. As " +
		"molduras ficam a {mm}\u00A0mm umas das outras, para que película encontre película à volta de cada carta."
	l.Laminating.CloseOnJig = "Feche a bolsa sem mover as cartas e puxe o gabarito para fora."
	l.Laminating.CutDashes = "Corte pelo tracejado, a {mm}\u00A0mm de cada carta e nunca no papel dela: uma carta só fica selada enquanto a " +
		"película sobrar a toda a volta."
	l.Laminating.LayCard = "Meta cada carta numa bolsa de {pouch} ({name}), com a película a sobrar por igual a toda a volta: {mm}\u00A0mm " +
		"nos lados mais estreitos."
	l.Laminating.KeepFilm = "Não corte a película: uma carta só fica selada enquanto ela sobrar a toda a volta. Arredonde os cantos se " +
		"estiverem bicudos."
	l.Calibrate.OnBack = "Verso da folha de ajuste. Vire-a e veja-a à transparência."
	l.Calibrate.Print = []string{"Imprima esta folha em frente e verso, como imprime as suas cartas:", "em tamanho real (100\u00A0%), sem ajustar à página."}
	l.Calibrate.Hold = []string{"Segure-a contra uma janela, com este lado virado para si.", "As linhas do verso veem-se à transparência."}
	l.Calibrate.Type = []string{"Escreva-os numa linha, com um menos onde o houver:"}
	l.Calibrate.Shifted[0] = "Somam-se ao que já desloca este verso: {right}\u00A0mm para a direita,"
	l.Calibrate.Bottom = "em baixo"
	l.Calibrate.Reminder = []string{"À transparência, leia", "os números onde", "as linhas se unem:", "x na largura, y na altura."}
	l.Laminating.TestStock = "Imprima a página\u00A0{first} em papel comum e veja-a à transparência sobre uma folha {stock}: cada carta deve ficar dentro do " +
		"seu picotado."
	l.Laminating.FeedStock = "Ponha as folhas uma a uma no tabuleiro manual e deixe secar a tinta."
	l.Laminating.PunchCorners = "Arredonde os cantos com um cortador de cerca de {mm}\u00A0mm."
	l.Laminating.OpenLines = "No {program}, defina a página como {sheet}, abra {svg} (ou {dxf}, se não ler SVG) e centre as linhas na página. Juntas medem " +
		"{size}."
	l.Laminating.TypeMarks = "Ligue as marcas de registo de três cantos e escreva o que está impresso: comprimento {arm}\u00A0mm, espessura " +
		"{thickness}\u00A0mm, distância à margem {inset}\u00A0mm."
	l.Laminating.CutByMachine = "Ponha uma folha na base com a frente para cima e o quadrado preto em cima à esquerda, e deixe a máquina procurar as " +
		"marcas. Corte primeiro uma folha de papel comum."
	l.Laminating.Upload = "No {program}, carregue cada imagem {png} como imagem plana para Print Then Cut e defina o tamanho: {size}. A máquina corta " +
		"pelas margens."
	l.Laminating.AttachLines = "Carregue também {svg}, ponha as linhas sobre a imagem, centro com centro, e ligue as duas: a máquina corta pelas linhas."
	l.Laminating.PrintThere = "Imprima-a a partir daí em {sheet}, em tamanho real (100\u00A0%), e corte primeiro uma folha de papel comum."
	l.Laminating.PrintBacks = "Antes de cortar, imprima o verso do outro lado: a página\u00A0{first} é a da primeira imagem, e assim por diante. Fica no meio " +
		"da folha: leve para lá a imagem e veja a primeira folha à transparência."
	l.Ordering.UploadPictures = "Carregue as frentes ({fronts}) pela ordem dos números e depois os versos ({backs}) pela mesma ordem: a frente e o verso de " +
		"uma carta têm o mesmo número."
	l.Ordering.UploadFile = "Carregue {file}. O ficheiro tem uma página por face, o verso de cada carta antes da frente."
	l.Ordering.Unscaled = "Não deixe mudar a escala: os ficheiros têm o tamanho certo, com {mm}\u00A0mm a toda a volta que são cortados."
	l.Ordering.Finish = "Papel, acabamento e caixa são de livre escolha: os ficheiros são os mesmos."
	l.Ordering.Preview = "Veja cada carta na pré-visualização e encomende um baralho antes de encomendar muitos."
}
