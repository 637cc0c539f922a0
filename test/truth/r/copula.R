# Uniforms with given rank correlations, of a Gaussian or a t copula, and the correlation matrix nearest to one that
# cannot be: each written in another way than in our engine and in SciPy.

pair <- function(a, b, rank) list(a = a, b = b, rank = rank)

# Pearson (1907) for normal scores, r = 2 sin(pi rank / 6); for Student's, the root of student_rank.
score_correlation <- function(rank, df) {
  if (is.null(df)) return(2 * sin(pi * rank / 6))
  uniroot(function(r) student_rank(r, df) - rank, c(-0.999, 0.999), tol = 1e-9)$root
}

# 12 E[F(X) F(Y)] - 3 of a bivariate t, from Y given X: a t with one degree of freedom more.
student_rank <- function(r, df, steps = 1000) {
  u <- (seq_len(steps) - 0.5) / steps
  x <- qt(u, df)
  spread <- sqrt((1 - r^2) * (df + x^2) / (df + 1))
  mean_of_y <- rowMeans(pt(r * x + outer(spread, qt(u, df + 1)), df))
  12 * mean(u * mean_of_y) - 3
}

# Correlations of scores, for correlated(); df are the degrees of freedom of a t copula.
score_matrix <- function(names, pairs, df = NULL) {
  matrix <- diag(length(names))
  dimnames(matrix) <- list(names, names)
  for (pair in pairs) {
    r <- score_correlation(pair$rank, df)
    matrix[pair$a, pair$b] <- r
    matrix[pair$b, pair$a] <- r
  }
  matrix
}

# The nearest correlation matrix: least squares over the rows of a factor, each of length 1.
nearest_matrix <- function(asked) {
  size <- nrow(asked)
  product <- function(entries) {
    factor <- matrix(entries, size)
    tcrossprod(factor / sqrt(rowSums(factor^2)))
  }
  distance <- function(entries) sum((product(entries) - asked)^2)
  start <- as.vector(diag(size) + 0.3 * asked)
  found <- optim(start, distance, method = "BFGS", control = list(maxit = 5000, reltol = 1e-15))
  nearest <- product(found$par)
  dimnames(nearest) <- dimnames(asked)
  nearest
}

# A factor for scores: rows of independent normals times this have the correlations.
factor_of <- function(matrix) {
  parts <- eigen(matrix, symmetric = TRUE)
  t(parts$vectors %*% diag(sqrt(pmax(parts$values, 0))))
}

# n uniforms of each name by the correlations of their scores; `factor` may also be one of a matrix without inverse.
correlated <- function(matrix, df = NULL, factor = chol(matrix)) {
  scores <- matrix(rnorm(n * ncol(matrix)), n) %*% factor
  colnames(scores) <- colnames(matrix)
  if (is.null(df)) return(as.data.frame(pnorm(scores)))
  as.data.frame(pt(scores / sqrt(rchisq(n, df) / df), df))
}
