/// The names that the program has itself, which no column of the user's own may have.
///
/// They are the columns of all tables, the axes of a grid and the parameters of the laws: an
/// expression over such a table would find that column and not the user's. A test holds them
/// against the tables.
package enum ProgramNames {
  package static let all: Set<String> = Set(
    """
    adjusted_r2 after aic aicc at_bound at_lower at_upper baryon_excess because before best bic bin
    bound c_v chi2 chi2_reduced clamped_points column component correlation count dex distance
    distance_method dof draws dropped error evaluations f_gas fitted g_bar g_obs g_rar galaxy
    gas_mass grid_points hubble_type inclination jump kind laplace leverage log_l log_v loo_r2
    low_acceleration lower lower1 lower2 lower_end lower_rule luminosity m_hi map_bic mass median
    method model n n_beyond n_here objective offset optima other outward_points p p16 p2_5 p84
    p97_5 p_method parameter pieces points points_beyond points_here points_used prior prior_centre
    prior_term prior_width pull quality r r2 r_disk r_eff r_hi r_max r_min radius rank ratio reason
    refinements replaced_errors residual rms rmse rmse_outer rows_within rule sb_bulge sb_disk
    sb_disk_central sb_eff share_beyond share_inside sigma_gas sigma_hi sigma_star status std step
    stellar_mass strength ties upper upper1 upper2 upper_end upper_rule v_bary v_bulge v_disk
    v_extra v_flat v_gas v_model v_obs v_obs_below_v_bary v_pred value verdict x
    alpha c200 g_dagger k omega r_t upsilon_bulge upsilon_disk upsilon_gas v200 v_max
    """.split { $0 == " " || $0 == "\n" }.flatMap { [String($0), "e_\($0)"] })
}
