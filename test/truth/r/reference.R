# The model of ../reference-model.yaml, written by hand in R (its base packages only), with R's own
# generator. Prints JSON.

folder <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(folder, "batches.R"))
source(file.path(folder, "copula.R"))

shared <- score_matrix(
  c("assigned", "climate", "credit", "demand", "epidemic", "tariff"),
  list(
    pair("demand", "climate", 0.5),
    pair("demand", "credit", 0.3),
    pair("climate", "tariff", -0.4),
    pair("demand", "epidemic", -0.3),
    pair("demand", "assigned", 0.4)
  )
)
first_year <- score_matrix(c("elasticity", "shock"), list(pair("elasticity", "shock", 0.35)))

rtriangle <- function(low, mode, high) {
  u <- runif(n)
  turn <- (mode - low) / (high - low)
  ifelse(
    u < turn,
    low + sqrt(u * (high - low) * (mode - low)),
    high - sqrt((1 - u) * (high - low) * (high - mode))
  )
}

q_two_piece <- function(u, mode, low, high) {
  share <- low / (low + high)
  ifelse(
    u < share,
    mode + low * qnorm(pmin(u, share) / (2 * share)),
    mode + high * qnorm(0.5 + (pmax(u, share) - share) / (2 * (1 - share)))
  )
}

# The mixture's distribution function, inverted on a fine grid by a monotone spline.
mixture_grid <- seq(-9, 18, length.out = 40001)
mixture_share <- 0.7 * pnorm(mixture_grid) + 0.3 * pnorm(mixture_grid, 4, 2)
kept <- !duplicated(mixture_share)
q_tariff <- splinefun(mixture_share[kept], mixture_grid[kept], method = "monoH.FC")

q_truncated <- function(u) {
  ends <- pnorm(c(0, 6), 2, 2)
  qnorm(ends[1] + u * (ends[2] - ends[1]), 2, 2)
}

draw_inputs <- function(shock) {
  u <- correlated(shared)
  score <- rnorm(n)
  alpha <- 1 + 4 * (100 - 80) / (130 - 80)
  beta <- 1 + 4 * (130 - 100) / (130 - 80)
  data.frame(
    demand = qnorm(u$demand, 5, 3),
    price = rlnorm(n, 0.5, 0.4),
    shock = shock,
    harvest = rtriangle(-2, 1, 3),
    works = 80 + 50 * rbeta(n, alpha, beta),
    mood = runif(n, -1, 2),
    share_done = rbeta(n, 3, 2),
    quality = 60 + 40 * rbeta(n, 2, 5),
    rain = rgamma(n, shape = 2.5, scale = 1.2),
    climate = q_two_piece(u$climate, 1, 0.5, 1.5),
    firms = rpois(n, 12),
    licences = rbinom(n, 20, 0.7),
    epidemic = qbinom(u$epidemic, 1, 0.15),
    credit = q_truncated(u$credit),
    tariff = q_tariff(u$tariff),
    wage = 3 + ifelse(score < 0, 2, 4) * score / qnorm(0.95),
    lesson = sample(c(-1.5, 0.2, 0.9, 2.4, 3.1), n, replace = TRUE),
    # Rises with its uniform, although the gamma enters with a minus.
    assigned = 10 - 2 * qgamma(u$assigned, shape = 3, scale = 0.8, lower.tail = FALSE)
  )
}

year <- function(x, last_level, last_activity, elasticity, drift) {
  activity <- elasticity * x$demand + 0.5 * x$climate + drift - 3 * x$epidemic + x$shock
  data.frame(
    activity = activity,
    level = last_level * (1 + activity / 100),
    prices = pmin(log(x$price) + 0.3 * pmax(x$tariff, 0), 4),
    output_gap = ifelse(
      activity > 4,
      0.5 * activity + x$harvest,
      ifelse(activity < 0, -1, x$harvest - 0.2 * x$lesson)
    ),
    opened = floor(x$firms * x$share_done) + x$licences,
    closed = floor(2 * abs(x$lesson) + 0.5) + ceiling(x$rain),
    finance = sqrt(x$credit * x$works) - pmin(pmax(x$rain, 1), 4)^2 / 3,
    risky = suppressWarnings(log(activity + 2)),
    wages = x$wage + 0.4 * last_activity + 0.2 * x$mood,
    boom = as.numeric((x$demand > 6 & x$epidemic == 0) | x$rain >= 5),
    grade = x$quality - 2 * x$harvest / (1 + exp(-x$mood))
  )
}

binding <- c("activity", "prices", "opened")
discrete <- c("firms", "licences", "epidemic", "lesson", "opened", "closed", "boom")
batch <- function() {
  u <- correlated(first_year)
  elasticity <- qnorm(u$elasticity, 0.8, 0.1)
  drift <- runif(n, -0.5, 0.5)
  # The parameter is correlated with the first year's input only.
  x1 <- draw_inputs(1.5 * qt(u$shock, 4))
  x2 <- draw_inputs(1.5 * rt(n, 4))
  y1 <- year(x1, 100, 4, elasticity, drift)
  y2 <- year(x2, y1$level, y1$activity, elasticity, drift)
  sum_2022 <- y1$activity + y2$activity
  hit <- list(
    activity = y2$activity >= 4,
    activity_2021 = y1$activity > 4,
    activity_sum = sum_2022 > 8,
    activity_sum_rising = sum_2022 > 4 + y1$activity,
    activity_faster = y2$activity > 4 * y2$prices,
    level = y2$level > 108,
    prices = y2$prices <= 1.5,
    prices_2021 = y1$prices < 1,
    output_gap = y2$output_gap >= -0.5,
    output_gap_last_digit = y2$output_gap >= 0.5,
    output_gap_in_line = abs(y2$output_gap - 0.6 * y2$activity) <= 1.2,
    closed = y2$closed <= 7,
    finance = abs(y2$finance - 12) <= 3,
    finance_between = y2$finance >= 8 & y2$finance <= 10 + x2$rain,
    opened = y2$opened >= 20,
    grade = y2$grade >= 60 + 2 * x2$assigned,
    wages = y2$wages >= y2$activity - 1,
    wages_stable = y2$wages >= y1$wages - 2,
    risky = is.finite(y2$risky) & y2$risky > 0,
    boom = y2$boom >= 1
  )
  stretch <- list(
    activity = y2$activity >= 6,
    prices = y2$prices <= 0.8,
    opened = y2$opened >= 24
  )
  columns <- c(
    setNames(c(x1, y1), paste0(c(names(x1), names(y1)), "@2021")),
    setNames(c(x2, y2), paste0(c(names(x2), names(y2)), "@2022")),
    list(elasticity = elasticity, drift = drift, `target:activity_sum` = sum_2022)
  )
  list(
    hits = hit, stretch = stretch, undefined = list(risky = sum(!is.finite(y2$risky))),
    columns = columns
  )
}

print_report(batch, binding, discrete)
