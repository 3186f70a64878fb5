namespace Alimenta.Office.Training;

/// <summary>Names for people, streets and employers who do not exist.</summary>
internal static class MadeUpNames
{
    public static readonly string[] First =
    [
        "Adaeze", "Aiko", "Amara", "Anders", "Anya", "Arturo", "Beatriz", "Bram", "Camille", "Chidi", "Clara", "Dario", "Dmitri", "Elena", "Elif", "Emeka", "Esther", "Farid", "Fiona", "Gabriel",
        "Greta", "Hana", "Hector", "Imani", "Ines", "Ivan", "Jonah", "Josefa", "Kaveh", "Keiko", "Lars", "Leila", "Lena", "Linh", "Lucia", "Malik", "Mara", "Mateo", "Milan", "Nadia",
        "Nils", "Noor", "Odessa", "Omar", "Paloma", "Pavel", "Priya", "Quentin", "Rosa", "Ruben", "Sanjay", "Selma", "Tadeo", "Tamsin", "Uma", "Viktor", "Wanda", "Xiomara", "Yusuf", "Zora",
    ];

    public static readonly string[] Last =
    [
        "Abara", "Adeyemi", "Albrecht", "Almeida", "Aslanov", "Baptiste", "Barrow", "Brandt", "Calloway", "Castellan", "Cho", "Delacroix", "Dragomir", "Eberhart", "Ekwueme", "Fairweather", "Farrow", "Ferreira", "Galloway", "Grimaldi",
        "Haddad", "Halvorsen", "Hashimoto", "Ibarra", "Iversen", "Jankowski", "Kaplan", "Kowalczyk", "Lindqvist", "Lombardi", "Maddox", "Marchetti", "Moreau", "Nakagawa", "Nwosu", "Oduya", "Okafor", "Olander", "Palmgren", "Petrov",
        "Quintero", "Radomski", "Rahimi", "Ravenel", "Sandoval", "Silva", "Sorensen", "Takahashi", "Thibault", "Tolliver", "Ulrich", "Vandermeer", "Varga", "Villanueva", "Wexler", "Whitlock", "Yamada", "Yilmaz", "Zamora", "Zielinski",
    ];

    public static readonly string[] Streets = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fern", "Grove", "Hazel", "Juniper", "Laurel", "Maple", "Orchard", "Quarry", "River", "Spruce", "Willow"];

    public static readonly string[] Works = ["Mills", "Freight", "Foods", "Builders", "Clinic", "Orchards", "Tool Works", "Logistics", "Schools", "Hotels", "Paper", "Dairy"];

    public static readonly string[] Brands = ["Harlow", "Northgate", "Bluestem", "Cascade Bend", "Old Ferry", "Larkspur", "Ironwood", "Tamarack", "Quillfeather", "Saltmarsh", "Redbird", "Fallow Creek"];
}
