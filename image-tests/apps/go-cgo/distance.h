/* The distance of two points on a sphere of this radius; angles in degrees. */
double distance(double radius, double lat1, double lon1, double lat2, double lon2);
