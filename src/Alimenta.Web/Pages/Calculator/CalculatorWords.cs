using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator;

/// <summary>The words of the calculator that are the same for all states, in both languages.</summary>
internal static class CalculatorWords
{
    public static readonly Phrase Title = ("Child support calculator", "Calculadora de manutención de menores");
    public static readonly Phrase Skip = ("Skip to the main part", "Ir a la parte principal");
    public static readonly Phrase StartLead = ("Work out what the child support guideline of a state says for a family. You do not sign in.", "Calcule lo que dice la guía de manutención de menores de un estado para una familia. No necesita una cuenta.");
    public static readonly Phrase Private = ("What you type stays with you: it is used for the answer and kept nowhere. Download it if you want to go on another day.", "Lo que escriba se queda con usted: se usa para la respuesta y no se guarda en ningún lugar. Descárguelo si quiere seguir otro día.");
    public static readonly Phrase Estimate = ("This is an estimate. Only a court or a child support agency decides what is ordered, and may find another amount.", "Esto es un estimado. Solo un tribunal o una agencia de manutención decide lo que se ordena, y puede fijar otro monto.");
    public static readonly Phrase Choose = ("Choose the state whose guideline counts", "Elija el estado cuya guía se aplica");
    public static readonly Phrase ChooseHint = ("Usually the state of the court or agency that has the case.", "Por lo general, el estado del tribunal o agencia que lleva el caso.");
    public static readonly Phrase NoState = ("There is no calculator for this state", "No hay calculadora para este estado");
    public static readonly Phrase NoStateRemedy = ("Choose one of the states on the first page.", "Elija uno de los estados de la primera página.");
    public static readonly Phrase ToStart = ("All states", "Todos los estados");
    public static readonly Phrase StepOf = ("Step {0} of {1}", "Paso {0} de {1}");
    public static readonly Phrase Done = ("done", "hecho");
    public static readonly Phrase Now = ("current", "actual");
    public static readonly Phrase ToCome = ("not done yet", "por hacer");
    public static readonly Phrase Next = ("Next", "Siguiente");
    public static readonly Phrase Back = ("Back", "Atrás");
    public static readonly Phrase Calculate = ("Calculate", "Calcular");
    public static readonly Phrase Another = ("Add another: {0}", "Agregar: {0}");
    public static readonly Phrase EmptyRows = ("A row that is left empty does not count.", "Una fila vacía no cuenta.");
    public static readonly Phrase OtherTongue = ("Ver en español", "See it in English");
    public static readonly Phrase Download = ("Download my answers", "Descargar mis respuestas");
    public static readonly Phrase StartOver = ("Start over", "Empezar de nuevo");
    public static readonly Phrase Review = ("Check your answers", "Revise sus respuestas");
    public static readonly Phrase ReviewLead = ("Nothing is sent to anyone. Change what is not right, then calculate.", "No se envía nada a nadie. Cambie lo que no esté bien y luego calcule.");
    public static readonly Phrase Change = ("Change", "Cambiar");
    public static readonly Phrase NotAnswered = ("Nothing was entered.", "No se escribió nada.");
    public static readonly Phrase Result = ("What the guideline says", "Lo que dice la guía");
    public static readonly Phrase PaysTo = ("{0} pays {1}", "{0} paga {1}");
    public static readonly Phrase InMoney = ("In money", "En dinero");
    public static readonly Phrase NoResult = ("It cannot be calculated", "No se puede calcular");
    public static readonly Phrase ChangeAnswers = ("Change my answers", "Cambiar mis respuestas");
    public static readonly Phrase Print = ("Worksheet to print", "Hoja para imprimir");
    public static readonly Phrase Pdf = ("Worksheet as PDF", "Hoja en PDF");
    public static readonly Phrase DownloadAll = ("Download answers and result", "Descargar respuestas y resultado");
    public static readonly Phrase Law = ("By the law of {0}, law version {1}.", "Según la ley del {0}, versión de la ley {1}.");
    public static readonly Phrase Pictures = ("How the amount moves", "Cómo cambia el monto");
    public static readonly Phrase PicturesLead = ("Each picture changes one thing and keeps all your other answers.", "Cada gráfica cambia una cosa y deja igual sus otras respuestas.");
    public static readonly Phrase Gap = ("Where a line has a gap, there is no amount for that figure with your other answers.", "Donde una línea tiene un hueco, no hay monto para esa cifra con sus otras respuestas.");
    public static readonly Phrase FromFile = ("Go on from a file you saved", "Seguir desde un archivo que guardó");
    public static readonly Phrase File = ("The file that you downloaded here", "El archivo que descargó aquí");
    public static readonly Phrase Open = ("Open it", "Abrirlo");
    public static readonly Phrase NoFile = ("Choose the file first.", "Primero elija el archivo.");
    public static readonly Phrase BadFile = ("This file was not made by this calculator, or it was changed. Choose another, or begin anew.", "Este archivo no lo hizo esta calculadora, o se cambió. Elija otro, o empiece de nuevo.");
    public static readonly Phrase OtherState = ("This file belongs to the calculator of another state. Open it there.", "Este archivo es de la calculadora de otro estado. Ábralo allí.");
    public static readonly Phrase Opened = ("Your answers are here again.", "Sus respuestas están aquí de nuevo.");
    public static readonly Phrase Office = ("For people of the office", "Para el personal de la oficina");
    public static readonly Phrase SignIn = ("Sign in", "Iniciar sesión");
    public static readonly Phrase Foot = ("Estimate. Not legal advice.", "Estimado. No es asesoría legal.");

    // The first step of every state.
    public static readonly Phrase About = ("About you and the date", "Sobre usted y la fecha");
    public static readonly Phrase AboutLead = ("We call the two parents Parent A and Parent B. It does not matter who is which, as long as it stays the same.", "Llamamos a los dos padres Progenitor A y Progenitor B. No importa quién es cuál, mientras no cambie.");
    public static readonly Phrase You = ("Who are you?", "¿Quién es usted?");
    public static readonly Phrase YouA = ("I am Parent A", "Soy el Progenitor A");
    public static readonly Phrase YouB = ("I am Parent B", "Soy el Progenitor B");
    public static readonly Phrase YouOther = ("Someone else", "Otra persona");
    public static readonly Phrase NameA = ("What shall we call Parent A?", "¿Cómo llamamos al Progenitor A?");
    public static readonly Phrase NameB = ("What shall we call Parent B?", "¿Cómo llamamos al Progenitor B?");
    public static readonly Phrase NameHint = ("A first name is enough. It only stands on your page and your worksheet.", "Basta el nombre. Solo aparece en su página y en su hoja.");
    public static readonly Phrase Date = ("Date of the calculation", "Fecha del cálculo");
    public static readonly Phrase DateHint = ("Today, unless you want to know what the rules of another day say. Rules and figures are those in force on this day.", "Hoy, salvo que quiera saber qué dicen las reglas de otro día. Se usan las reglas y cifras vigentes ese día.");
    public static readonly Phrase More = ("More", "Más");

    // Kinds of answers in a review.
    public static readonly Phrase Yes = ("Yes", "Sí");
    public static readonly Phrase NoAnswer = ("–", "–");
}
