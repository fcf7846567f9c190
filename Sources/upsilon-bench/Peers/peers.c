// Times fits of NFW halos by other libraries, on the curves that `upsilon-bench --curves` writes.
//
//   peers CURVES REPEATS        prints a JSON line for each library and problem
//
// Two problems: v200 and c200 of every galaxy with its baryons fixed, from one start and without
// bounds; and the same with the ratios of disk and bulge, distance and inclination under priors.
// Coordinates are logarithms, the inclination apart. Jacobians are analytic where the library
// takes one. Times are of the process, the median of the repeats.
#include <cminpack.h>
#include <gsl/gsl_blas.h>
#include <gsl/gsl_multifit_nlinear.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { most_points = 200, most_galaxies = 400, priors = 4 };

typedef struct {
  char name[64];
  int points;
  double distance, distance_error, inclination, inclination_error;
  double radius[most_points], observed[most_points], error[most_points];
  double gas[most_points], disk[most_points], bulge[most_points];
} Galaxy;

static Galaxy galaxies[most_galaxies];
static int galaxy_count;
static long calls;

static const double rate = 0.73; // 10 H0, km/s/kpc

static int read_curves(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) return 0;
  Galaxy *g = NULL;
  char line[512];
  while (fgets(line, sizeof line, file)) {
    double r, o, e, gas, disk, bulge;
    if (sscanf(line, "%lf %lf %lf %lf %lf %lf", &r, &o, &e, &gas, &disk, &bulge) == 6) {
      int i = g->points++;
      g->radius[i] = r, g->observed[i] = o, g->error[i] = e;
      g->gas[i] = gas, g->disk[i] = disk, g->bulge[i] = bulge;
    } else {
      g = &galaxies[galaxy_count++];
      sscanf(line, "%63s %lf %lf %lf %lf", g->name, &g->distance, &g->distance_error,
             &g->inclination, &g->inclination_error);
    }
  }
  fclose(file);
  return galaxy_count;
}

// The mass of the halo within x over x, and its logarithmic slope.
static double profile(double x, double *slope) {
  if (x < 1e-3) {
    double value = x * (0.5 - x * (2.0 / 3 - x * 0.75));
    *slope = 1 - x * (4.0 / 3);
    return value;
  }
  double fraction = x / (1 + x), mass = log1p(x) - fraction;
  *slope = fraction * fraction / mass - 1;
  return mass / x;
}

// Residuals and slopes of a galaxy; q holds ln v200, ln c200 and, where they are free, ln of the
// ratios of disk and bulge, ln of the distance and the inclination in degrees.
static void model(const Galaxy *g, int parameters, const double *q, double *f, double *j,
                  int leading) {
  calls++;
  double v = exp(q[0]), c = exp(q[1]);
  int free = parameters > 2;
  double disk = free ? exp(q[2]) : 0.5, bulge = free ? exp(q[3]) : 0.7;
  double length = free ? exp(q[4]) / g->distance : 1;
  double degree = M_PI / 180;
  double tilt = free ? sin(q[5] * degree) / sin(g->inclination * degree) : 1;
  double whole_slope, whole = profile(c, &whole_slope);
  for (int i = 0; i < g->points; i++) {
    double r = g->radius[i] * length, x = c * rate * r / v, slope;
    double inner = profile(x, &slope);
    double halo = v * v * inner / whole;
    double baryons = length * (g->gas[i] + disk * g->disk[i] + bulge * g->bulge[i]);
    double square = baryons + halo, speed = square > 0 ? sqrt(square) : 0;
    double weight = 1 / g->error[i];
    f[i] = (g->observed[i] - tilt * speed) * weight;
    if (!j) continue;
    double half = speed > 0 ? -0.5 * tilt * weight / speed : 0;
    double *row = j + i;
    row[0] = half * halo * (2 - slope);
    row[leading] = half * halo * (slope - whole_slope);
    if (!free) continue;
    row[2 * leading] = half * length * disk * g->disk[i];
    row[3 * leading] = half * length * bulge * g->bulge[i];
    row[4 * leading] = half * (baryons + halo * slope);
    row[5 * leading] =
        -weight * speed * cos(q[5] * degree) * degree / sin(g->inclination * degree);
  }
  if (!free) return;
  double ten = log(10.0), sigma[priors] = {0.1 * ten, 0.1 * ten, 0, 0};
  for (int k = 0; k < priors; k++) {
    double *value = f + g->points + k, s = 1;
    if (k < 2) {
      s = 1 / sigma[k];
      *value = (q[2 + k] - log(k == 0 ? 0.5 : 0.7)) * s;
    } else if (k == 2) {
      s = exp(q[4]) / g->distance_error;
      *value = (exp(q[4]) - g->distance) / g->distance_error;
    } else {
      s = 1 / g->inclination_error;
      *value = (q[5] - g->inclination) * s;
    }
    if (!j) continue;
    for (int p = 0; p < parameters; p++) j[p * leading + g->points + k] = p == 2 + k ? s : 0;
  }
}

static int start(const Galaxy *g, int parameters, double *q) {
  q[0] = log(150), q[1] = log(8), q[2] = log(0.5), q[3] = log(0.7);
  q[4] = log(g->distance), q[5] = g->inclination;
  return g->points + (parameters > 2 ? priors : 0);
}

typedef struct {
  const Galaxy *galaxy;
  int parameters;
} Problem;

static int minpack_function(void *p, int m, int n, const double *x, double *f, double *j,
                            int leading, int flag) {
  const Problem *problem = p;
  static double ignored[most_points + priors];
  (void)m, (void)n;
  model(problem->galaxy, problem->parameters, x, flag == 1 ? f : ignored, flag == 2 ? j : NULL,
        leading);
  return 0;
}

static double minpack(const Galaxy *g, int parameters) {
  static double f[most_points + priors], j[6 * (most_points + priors)], room[4000];
  double q[6];
  int pivots[6], m = start(g, parameters, q);
  Problem problem = {g, parameters};
  lmder1(minpack_function, &problem, m, parameters, q, f, j, m, 1e-10, pivots, room, 4000);
  double sum = 0;
  for (int i = 0; i < m; i++) sum += f[i] * f[i];
  return sum;
}

static int gsl_f(const gsl_vector *x, void *p, gsl_vector *f) {
  const Problem *problem = p;
  model(problem->galaxy, problem->parameters, x->data, f->data, NULL, 0);
  return GSL_SUCCESS;
}

static int gsl_df(const gsl_vector *x, void *p, gsl_matrix *out) {
  const Problem *problem = p;
  static double f[most_points + priors], j[6 * (most_points + priors)];
  int m = (int)out->size1;
  model(problem->galaxy, problem->parameters, x->data, f, j, m);
  for (int i = 0; i < m; i++)
    for (int k = 0; k < problem->parameters; k++) gsl_matrix_set(out, i, k, j[k * m + i]);
  return GSL_SUCCESS;
}

static double gsl(const Galaxy *g, int parameters) {
  double q[6];
  int m = start(g, parameters, q), info;
  Problem problem = {g, parameters};
  gsl_multifit_nlinear_fdf fdf = {
      .f = gsl_f, .df = gsl_df, .n = m, .p = parameters, .params = &problem};
  gsl_multifit_nlinear_parameters settings = gsl_multifit_nlinear_default_parameters();
  gsl_multifit_nlinear_workspace *work =
      gsl_multifit_nlinear_alloc(gsl_multifit_nlinear_trust, &settings, m, parameters);
  gsl_vector_view view = gsl_vector_view_array(q, parameters);
  gsl_multifit_nlinear_init(&view.vector, &fdf, work);
  gsl_multifit_nlinear_driver(500, 1e-10, 1e-10, 0, NULL, NULL, &info, work);
  double sum;
  gsl_blas_ddot(work->f, work->f, &sum);
  gsl_multifit_nlinear_free(work);
  return sum;
}

static double seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + 1e-9 * time.tv_nsec;
}

static int rising(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

// Whether a galaxy has what the second problem varies.
static int is_whole(const Galaxy *g) {
  return g->distance > 0 && g->distance_error > 0 && g->inclination > 0 &&
         g->inclination_error > 0;
}

static void measure(const char *name, double (*fit)(const Galaxy *, int), int parameters,
                    int repeats, FILE *sums) {
  double times[64];
  int fits = 0;
  for (int repeat = 0; repeat < repeats; repeat++) {
    calls = 0, fits = 0;
    double begin = seconds();
    for (int k = 0; k < galaxy_count; k++) {
      const Galaxy *g = &galaxies[k];
      if (g->points <= parameters || (parameters > 2 && !is_whole(g))) continue;
      double sum = fit(g, parameters);
      fits++;
      if (repeat == 0 && sums) fprintf(sums, "%s %s %.17g\n", name, g->name, sum);
    }
    times[repeat] = seconds() - begin;
  }
  qsort(times, repeats, sizeof(double), rising);
  printf("{\"calls\":%.1f,\"count\":%d,\"name\":\"%s\",\"ns_median\":%.0f}\n",
         (double)calls / fits, fits, name, 1e9 * times[repeats / 2] / fits);
}

int main(int count, char **words) {
  if (count < 3 || !read_curves(words[1])) {
    fprintf(stderr, "usage: peers CURVES REPEATS [SUMS]\n");
    return 2;
  }
  int repeats = atoi(words[2]);
  if (repeats < 1 || repeats > 64) return 2;
  FILE *sums = count > 3 ? fopen(words[3], "w") : NULL;
  gsl_set_error_handler_off();
  measure("cminpack/nfw", minpack, 2, repeats, sums);
  measure("cminpack/nfw and its galaxy", minpack, 6, repeats, sums);
  measure("gsl/nfw", gsl, 2, repeats, sums);
  measure("gsl/nfw and its galaxy", gsl, 6, repeats, sums);
  if (sums) fclose(sums);
  return 0;
}
