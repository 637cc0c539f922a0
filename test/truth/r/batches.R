# Probabilities and quantiles of a simulation in equal batches of n draws, with their standard errors, as JSON that
# is written without a package.

batches <- 100
n <- 40000
levels <- c(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)

# batch() gives hits and second tiers by target, numbers of undefined draws by target, and columns; `binding` names
# targets, `discrete` quantities of few different values.
print_report <- function(batch, binding, discrete) {
  hits <- list()
  stretch_hits <- list()
  undefined <- list()
  joint <- c(all = 0, binding = 0, expected = 0)
  quantiles <- list()
  counts <- list()
  plus <- function(total, more) (if (is.null(total)) 0 else total) + more
  for (i in seq_len(batches)) {
    drawn <- batch()
    hit <- drawn$hits
    for (name in names(hit)) hits[[name]] <- plus(hits[[name]], sum(hit[[name]]))
    for (name in names(drawn$stretch)) {
      stretch_hits[[name]] <- plus(stretch_hits[[name]], sum(drawn$stretch[[name]]))
    }
    for (name in names(drawn$undefined)) {
      undefined[[name]] <- plus(undefined[[name]], drawn$undefined[[name]])
    }
    all_of <- function(members) sum(Reduce(`&`, hit[members]))
    joint <- joint + c(
      all_of(names(hit)), all_of(binding), all_of(setdiff(names(hit), binding))
    )
    for (name in names(drawn$columns)) {
      column <- drawn$columns[[name]]
      values <- column[is.finite(column)]
      if (sub("@.*", "", name) %in% discrete) {
        counts[[name]] <- add_counts(counts[[name]], table(values))
      } else {
        quantiles[[name]] <- rbind(quantiles[[name]], quantile(values, levels, names = FALSE))
      }
    }
  }
  draws <- batches * n
  target <- function(name) {
    share <- function(total) plus(total, 0) / draws
    fields <- c(probability = share(hits[[name]]), undefined = share(undefined[[name]]))
    if (name %in% names(stretch_hits)) fields["stretch"] <- share(stretch_hits[[name]])
    object(names(fields), number(fields))
  }
  cat(object(
    c("made", "generator", "seed", "draws", "targets", "joint", "columns"),
    c(
      sprintf('"%s"', R.version.string),
      '"Mersenne-Twister"',
      "20210226",
      number(draws),
      object(names(hits), sapply(names(hits), target)),
      object(names(joint), number(joint / draws)),
      object(
        c(names(quantiles), names(counts)),
        c(sapply(quantiles, continuous), sapply(counts, whole))
      )
    )
  ), "\n")
}

add_counts <- function(counts, more) {
  for (value in names(more)) {
    known <- if (value %in% names(counts)) counts[[value]] else 0
    counts[value] <- known + more[[value]]
  }
  counts
}

number <- function(x) sprintf("%.12g", x)
object <- function(names, values) paste0("{", paste0('"', names, '":', values, collapse = ","), "}")
array <- function(x) paste0("[", paste(number(x), collapse = ","), "]")
continuous <- function(rows) {
  errors <- apply(rows, 2, sd) / sqrt(nrow(rows))
  object(c("values", "standardErrors"), c(array(colMeans(rows)), array(errors)))
}
# The smallest and largest value that can be each quantile: that of a share 11 standard errors away, which
# are 5 of the difference from a run of a quarter as many draws.
whole <- function(counts) {
  values <- sort(as.numeric(names(counts)))
  shares <- cumsum(counts[as.character(values)]) / sum(counts)
  at <- function(p) values[pmin(length(values), colSums(outer(shares, p, "<")) + 1)]
  reach <- 11 * sqrt(levels * (1 - levels) / sum(counts))
  object(c("lows", "highs"), c(array(at(levels - reach)), array(at(levels + reach))))
}

set.seed(20210226, kind = "Mersenne-Twister", normal.kind = "Inversion")
