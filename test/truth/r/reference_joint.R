# The model of ../reference-joint/plan.yaml, written by hand in R (its base packages only), with R's own generator.
# Prints JSON.

folder <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(folder, "batches.R"))
source(file.path(folder, "copula.R"))

# Years 2011 to 2019; rain of 2020 was published after the plan.
rain <- c(3.1, 4.4, 2.2, 5.0, 3.6, 4.9, 2.7, 3.9, 1.8)
crop <- c(10.2, 12.5, 9.1, 12.2, 11.6, 13.4, 9.9, 11.1, 9.4)
rate <- c(0.7, 1.9, 1.9, 3.2, 4.1, 5.5)
line <- lm(crop ~ rain)

storm_pairs <- list(pair("hail", "loss", 0.6), pair("loss", "claims", -0.4))
storm_matrix <- score_matrix(c("hail", "loss", "claims"), storm_pairs, 3)
# The parameter is correlated with the first year's input only.
first_storm_matrix <- score_matrix(
  c("hail", "loss", "claims", "exposure"), c(storm_pairs, list(pair("exposure", "hail", 0.3))), 3
)
flood_matrix <- nearest_matrix(score_matrix(
  c("river", "bank", "port"),
  list(pair("river", "bank", 0.9), pair("bank", "port", 0.85), pair("river", "port", 0.1)),
  8
))
fuel_matrix <- nearest_matrix(score_matrix(
  c("oil", "coal", "gas", "wind"),
  list(pair("oil", "coal", 0.8), pair("coal", "gas", 0.8), pair("gas", "wind", 0.8))
))
flood_factor <- factor_of(flood_matrix)
fuel_factor <- factor_of(fuel_matrix)
earth_matrix <- score_matrix(c("lime", "clay"), list(pair("lime", "clay", -0.9)))

# 0 with weight 2 or a Poisson count with weight 3: only 0 lies below 0.4, and the count's own 0 follows.
q_coal <- function(u) qpois(pmax(u - 0.4, 0) / 0.6, 3)

# A Poisson count with mean 4, given that it is from 2 to 7: listed with its shares.
lime_shares <- cumsum(dpois(2:7, 4)) / sum(dpois(2:7, 4))
q_lime <- function(u) 2 + findInterval(u, lime_shares)

draw_inputs <- function(storm) {
  flood <- correlated(flood_matrix, 8, flood_factor)
  fuel <- correlated(fuel_matrix, NULL, fuel_factor)
  earth <- correlated(earth_matrix)
  past <- sample(length(rain), n, replace = TRUE)
  data.frame(
    hail = qgamma(storm$hail, shape = 2, scale = 1.5),
    loss = qnorm(storm$loss, 2, 1),
    claims = qpois(storm$claims, 6),
    river = qlnorm(flood$river, 0, 0.5),
    # The density falls from its mode at 0 to nothing at 3.
    bank = 3 - 3 * sqrt(1 - flood$bank),
    port = flood$port,
    oil = qnorm(fuel$oil, 1, 2),
    coal = q_coal(fuel$coal),
    gas = qt(fuel$gas, 5),
    # Rises with its uniform, although the gamma enters with a minus.
    wind = 3 - 2 * qgamma(fuel$wind, shape = 2, scale = 0.5, lower.tail = FALSE),
    lime = q_lime(earth$lime),
    clay = qnorm(pnorm(1) + earth$clay * (1 - pnorm(1))),
    past_rain = rain[past],
    past_crop = crop[past],
    some_rate = sample(rate, n, replace = TRUE),
    next_rate = mean(rate) + sd(rate) * sqrt(1 + 1 / length(rate)) * rt(n, 5),
    crop_residual = sigma(line) * rt(n, df.residual(line))
  )
}

year <- function(x, last_level, exposure, base, pull) {
  # income = 10 + hail * sqrt(income) / 2 is a square in its root.
  root <- (x$hail / 2 + sqrt(x$hail^2 / 4 + 40)) / 2
  growth <- 2 + x$loss
  level <- last_level * (1 + growth / 100)
  data.frame(
    storm = x$hail + x$loss,
    storm_tail = as.numeric(x$hail > 7 & x$loss > 3.6),
    storm_cost = 10 * exposure * x$hail - 0.5 * x$claims,
    calm_pair = as.numeric(x$hail > 7 & x$claims > 10),
    flood = x$river + x$bank * x$port,
    dry = as.numeric(x$river < 0.5 & x$port < 0.1),
    fuel = x$oil + x$coal + x$gas + x$wind,
    fuel_gap = x$oil - x$wind,
    earth = x$lime * x$clay,
    harvest = base + pull * x$past_rain + x$crop_residual,
    past_pair = x$past_rain * x$past_crop,
    rates = x$some_rate - x$next_rate,
    income = root^2,
    spending = x$hail * root,
    growth = growth,
    level = level,
    risen = 100 * (level / 50 - 1)
  )
}

batch <- function() {
  first <- correlated(first_storm_matrix, 3)
  exposure <- qbeta(first$exposure, 2, 3)
  # Intercept and slope of the line, from the bivariate t that least squares leave.
  scale <- sqrt(df.residual(line) / rchisq(n, df.residual(line)))
  drawn <- (matrix(rnorm(2 * n), n) %*% chol(vcov(line))) * scale
  base <- coef(line)[1] + drawn[, 1]
  pull <- coef(line)[2] + drawn[, 2]
  x1 <- draw_inputs(first)
  x2 <- draw_inputs(correlated(storm_matrix, 3))
  y1 <- year(x1, 50, exposure, base, pull)
  y2 <- year(x2, y1$level, exposure, base, pull)
  compounded <- 100 * ((1 + y1$growth / 100) * (1 + y2$growth / 100) - 1)
  hit <- list(
    storm = y2$storm >= 5,
    storm_tail = y2$storm_tail == 1,
    storm_tail_2021 = y1$storm_tail == 1,
    storm_cost = y1$storm_cost >= 5,
    calm_pair = y2$calm_pair == 1,
    flood = y2$flood > 2,
    dry = y2$dry == 1,
    fuel = y2$fuel > 9,
    fuel_gap = abs(y2$fuel_gap) <= 1,
    earth = y2$earth >= 6,
    harvest = y2$harvest >= 11,
    past_pair = y2$past_pair > 40,
    rates = y2$rates > 0,
    spending = y2$spending >= 12,
    growth = compounded >= 8,
    risen = y2$risen >= 8.5
  )
  columns <- c(
    setNames(c(x1, y1), paste0(c(names(x1), names(y1)), "@2021")),
    setNames(c(x2, y2), paste0(c(names(x2), names(y2)), "@2022")),
    list(
      exposure = exposure, crop_base = base, crop_pull = pull, `target:growth` = compounded
    )
  )
  list(hits = hit, stretch = list(storm = y2$storm >= 8), columns = columns)
}

binding <- c("storm", "flood", "earth")
discrete <- c(
  "claims", "coal", "lime", "past_rain", "past_crop", "some_rate",
  "storm_tail", "calm_pair", "dry", "past_pair"
)

print_report(batch, binding, discrete)
