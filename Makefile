# An index of commands; the logic lives in Swift and in Scripts.
.DEFAULT_GOAL := help
CHAPTERS = $(sort $(patsubst Solutions/Chapter%,%,$(wildcard Solutions/Chapter*)))
.PHONY: help setup book test check stubs verify format lint doctor fetch run peers bench sanitize mutants serve browser sabotage clean

help: ## List the commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

setup: ## Install what is missing: libcmark, OpenBLAS, KaTeX, Node.js, fonts
	@Scripts/setup

book: setup ## Build the site and print the page to open
	@swift run -q course build

serve: setup ## Show the book at a local address; it follows every save and every check
	@swift run -q course serve

test: setup ## Every test, with the reference solutions in place
	SOLUTIONS=all swift test --disable-xctest

check: ## Grade your own work on every chapter
	@failed=0; for chapter in $(CHAPTERS); do swift run -q course check $$chapter || failed=1; done; exit $$failed

stubs: ## For authors: write what is generated: Sources/ChapterN, README's table, the drawing
	@swift run -q course stubs
	@Scripts/architecture

verify: setup ## For authors: do pages, stubs, solutions, graders and drawing agree?
	@swift run -q course verify
	@Scripts/architecture --check

format: ## Format the Swift sources
	swift format --in-place --recursive --parallel Package.swift Sources Solutions Tests

lint: ## Check their format and style
	swift format lint --strict --recursive --parallel Package.swift Sources Solutions Tests

doctor: ## Say what of what the course uses is here, and what is missing
	@swift run -q course doctor

fetch: ## Fetch texts, vectors or models: NAMES=minilm; without a name, list them
	@swift run -q course fetch $(or $(NAMES),--list)

run: ## For authors: run every chapter's experiments and publish their results
	swift run -q course fetch pd evaluation
	@for chapter in $(CHAPTERS); do swift run -q course run $$chapter --reference --publish || exit; done

peers: ## Compare with KenLM, IRSTLM, PyTorch, gensim and a plain Python computation
	@for comparison in $(filter-out peers/autograd/run,$(wildcard peers/*/run)); do $$comparison || exit; done

bench: ## Race Autograd with PyTorch: training step, encoder, one sentence, products
	peers/autograd/run

sanitize: ## Autograd's tests once more, watched by the address and the thread sanitizer
	Scripts/sanitize

mutants: ## For authors: do the graders notice small mistakes? N=1, and EXERCISE=1.4 for one
	@Scripts/mutants $(N) $(EXERCISE)

browser: ## Read the built site in Chromium: axe, keyboard, search, print …
	Tests/browser/run

sabotage: ## Damage the site on purpose: does each check of the browser notice?
	Tests/browser/sabotage

clean: ## Remove everything that was built
	rm -rf .build .build-address .build-thread Tests/Grader/Mutants/.build site/public
